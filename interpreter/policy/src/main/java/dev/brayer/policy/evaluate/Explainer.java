package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why a condition does not hold, and at which node: the specification's section on places,
/// rule by rule.
///
/// `wanted` is what should have been: the explainer of `not P` asks why P did not fail.
final class Explainer {
    private final Evaluator evaluator;
    private final @Nullable MessageMaker messages;
    private final Witness witness;

    /// Whether every open part counts, and not only the one that a finding is about.
    private boolean thorough;

    Explainer(Evaluator evaluator, @Nullable MessageMaker messages) {
        this.evaluator = evaluator;
        this.messages = messages;
        this.witness = new Witness(evaluator, messages);
    }

    /// Why the condition does not hold.
    List<Reason> explain(Condition condition) {
        explain(condition, true);
        return witness.reasons();
    }

    /// Why a `where` cannot be asked: whatever is more than missing, since that alone would only
    /// mean that nothing is selected.
    List<Reason> explainFilter(Condition filter) {
        thorough = true;
        explain(filter, true);
        List<Reason> reasons = new ArrayList<>();
        for (Reason reason : witness.reasons()) {
            if (!(reason.open() instanceof Value.Missing)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    /// Whether nothing but missing values leaves the condition open.
    boolean isOnlyMissing(Condition condition) {
        thorough = true;
        explain(condition, true);
        for (Reason reason : witness.reasons()) {
            if (!(reason.open() instanceof Value.Missing)) {
                return false;
            }
        }
        return true;
    }

    /// The first value that leaves the condition open.
    Value firstOpen(Condition condition) {
        explain(condition, true);
        for (Reason reason : witness.reasons()) {
            if (reason.open() != null) {
                return reason.open();
            }
        }
        return Value.missing();
    }

    private void explain(Condition condition, boolean wanted) {
        if (condition instanceof Condition.And
                || condition instanceof Condition.Or
                || condition instanceof Quantified) {
            witness.writtenAs(null);
        }
        switch (condition) {
            case Condition.And(_, List<Condition> parts) -> {
                if (wanted) {
                    explainEach(parts, Truth.FAILS, true);
                } else if (!explainOpen(condition, parts, false)) {
                    deepest(parts, false, Truth.FAILS);
                }
            }
            case Condition.Or(_, List<Condition> alternatives) -> {
                if (wanted) {
                    if (!thorough || !explainOpen(condition, alternatives, true)) {
                        deepest(alternatives, true, evaluator.truth(condition));
                    }
                } else {
                    explainEach(alternatives, Truth.HOLDS, false);
                }
            }
            case Condition.Not(Place place, Condition negated) -> {
                witness.writtenAs(place);
                explain(negated, !wanted);
                witness.writtenAs(null);
            }
            case Condition.Compare compare -> witness.compare(compare, wanted);
            case Condition.In(_, Operand left, Operand right) ->
                    witness.in(condition, left, right, wanted);
            case Condition.Contains(_, Operand list, Operand value) ->
                    witness.contains(condition, list, value, wanted);
            case Condition.Matches(_, Operand left, Operand pattern, _) ->
                    witness.matches(condition, left, pattern, wanted);
            case Condition.Exists(_, Operand operand) -> witness.exists(condition, operand);
            case Condition.Holds(_, Operand operand) -> witness.holds(condition, operand, wanted);
            case Quantified quantified -> quantified(quantified, wanted);
            case Condition.Console(_, Operand operand) ->
                    witness.add(
                            Code.FAILED,
                            null,
                            evaluator.value(operand).trace(),
                            Trace.Several.NONE,
                            condition,
                            "never holds");
            case Condition.Apply(_, Definition<Condition> definition, List<Operand> arguments) -> {
                Explainer inner = new Explainer(evaluator.inside(definition, arguments), messages);
                inner.thorough = thorough;
                inner.explain(definition.body(), wanted);
                witness.reasons().addAll(inner.witness.reasons());
            }
        }
    }

    /// Every part that is decided in the wrong way; if there is none, every part that is open.
    private void explainEach(List<Condition> parts, Truth decisive, boolean wanted) {
        int before = witness.reasons().size();
        for (Condition part : parts) {
            if (evaluator.truth(part) == decisive) {
                explain(part, wanted);
            }
        }
        if (witness.reasons().size() == before) {
            for (Condition part : parts) {
                if (evaluator.truth(part) == Truth.OPEN) {
                    explain(part, wanted);
                }
            }
        }
    }

    /// Explains the open parts if the whole is open.
    private boolean explainOpen(Condition whole, List<Condition> parts, boolean wanted) {
        if (evaluator.truth(whole) != Truth.OPEN) {
            return false;
        }
        for (Condition part : parts) {
            if (evaluator.truth(part) == Truth.OPEN) {
                explain(part, wanted);
            }
        }
        return true;
    }

    /// One reason: the deepest of all parts, between equals the last. What is open stays open,
    /// whatever is deepest.
    private void deepest(List<Condition> parts, boolean wanted, Truth whole) {
        List<Reason> found =
                witness.during(() -> {
                    for (Condition part : parts) {
                        explain(part, wanted);
                    }
                });
        Reason deepest = null;
        Reason open = null;
        for (Reason reason : found) {
            if (deepest == null || reason.site().depth() >= deepest.site().depth()) {
                deepest = reason;
            }
            if (reason.open() != null && (open == null || reason.word() != null)) {
                open = reason;
            }
        }
        if (deepest == null) {
            return;
        }
        if (whole == Truth.OPEN && deepest.open() == null && open != null) {
            witness.add(
                    new Reason(
                            open.code(),
                            open.open(),
                            deepest.site(),
                            deepest.related(),
                            deepest.message()));
        } else if (whole == Truth.OPEN && open != null && open.word() != null) {
            witness.add(open);
        } else {
            witness.add(deepest);
        }
    }

    private void quantified(Quantified quantified, boolean wanted) {
        Value list = evaluator.value(quantified.list());
        List<Value> elements = Evaluator.elements(list);
        if (elements == null) {
            witness.open(quantified, list, list, "a list");
            return;
        }
        Truth truth = evaluator.truth(quantified);
        if (quantified.every() == wanted) {
            eachElement(
                    quantified,
                    elements,
                    wanted,
                    wanted ? null : truth == Truth.OPEN ? Truth.OPEN : Truth.HOLDS);
        } else if (wanted) {
            none(quantified, list, elements, truth);
        } else if (truth == Truth.OPEN) {
            eachElement(quantified, elements, false, Truth.OPEN);
        } else {
            witness.add(
                    Code.FAILED,
                    null,
                    list.trace(),
                    Trace.Several.NONE,
                    quantified,
                    "holds for every element");
        }
    }

    /// @param only the elements of this truth; null for all that do not hold
    private void eachElement(
            Quantified quantified, List<Value> list, boolean wanted, @Nullable Truth only) {
        Elements some = evaluator.judged().elements(quantified, evaluator);
        Elements elements = some == null ? Elements.all(list) : some;
        for (int at = 0; at < elements.size(); at++) {
            int index = elements.index(at);
            evaluator.bindElement(quantified, elements.all(), index);
            Truth truth = evaluator.elementTruth(quantified);
            if (truth == null
                    || (truth == Truth.HOLDS && wanted)
                    || (only != null && truth != only)) {
                continue;
            }
            Condition filter = quantified.filter();
            if (filter != null && evaluator.truth(filter) == Truth.OPEN) {
                witness.reasons().addAll(new Explainer(evaluator, messages).explainFilter(filter));
            } else if (!wanted && truth == Truth.HOLDS) {
                witness.add(
                        Code.FAILED,
                        null,
                        elements.all().get(index).trace(),
                        Trace.Several.NONE,
                        quantified,
                        "holds for this element");
            } else {
                explain(quantified.condition(), wanted);
            }
        }
        evaluator.unbind(quantified);
    }

    private static boolean isUndecided(Value.Open open) {
        return open instanceof Value.Unfilled
                || (open instanceof Value.Secret secret && secret.undecided());
    }

    /// `any` held for no element: one reason, at the list.
    private void none(Quantified quantified, Value list, List<Value> elements, Truth truth) {
        Value.Open open = null;
        if (truth == Truth.OPEN) {
            List<Reason> found =
                    witness.during(() -> eachElement(quantified, elements, true, Truth.OPEN));
            if (thorough) {
                found.forEach(witness::add);
                return;
            }
            for (Reason reason : found) {
                boolean better = open == null || (reason.word() != null && !isUndecided(open));
                if (reason.open() != null && better) {
                    open = reason.open();
                }
            }
        }
        String text =
                elements.isEmpty()
                        ? "there is no element"
                        : "holds for none of " + Texts.count(elements.size());
        witness.add(Reasons.code(open), open, list.trace(), Trace.Several.NONE, quantified, text);
    }
}
