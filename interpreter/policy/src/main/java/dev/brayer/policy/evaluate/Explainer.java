package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Site;
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
    /// More help nobody: `resources` may carry every object of a run.
    private static final int MOST_RELATED = 20;

    private final Evaluator evaluator;
    private final @Nullable MessageMaker messages;
    private List<Reason> reasons = new ArrayList<>();

    /// Where a comparison is written together with the `not` or `== false` before or behind it.
    private @Nullable Place written;

    Explainer(Evaluator evaluator, @Nullable MessageMaker messages) {
        this.evaluator = evaluator;
        this.messages = messages;
    }

    /// Why the condition does not hold.
    List<Reason> explain(Condition condition) {
        explain(condition, true);
        return reasons;
    }

    /// Whether nothing but missing values leaves the condition open.
    boolean isOnlyMissing(Condition condition) {
        explain(condition, true);
        for (Reason reason : reasons) {
            if (!(reason.open() instanceof Value.Missing)) {
                return false;
            }
        }
        return true;
    }

    /// The first value that leaves the condition open.
    Value firstOpen(Condition condition) {
        explain(condition, true);
        for (Reason reason : reasons) {
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
            written = null;
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
                    deepest(alternatives, true, evaluator.truth(condition));
                } else {
                    explainEach(alternatives, Truth.HOLDS, false);
                }
            }
            case Condition.Not(Place place, Condition negated) -> {
                written = place;
                explain(negated, !wanted);
                written = null;
            }
            case Condition.Compare compare -> compare(compare, wanted);
            case Condition.In(_, Operand left, Operand right) -> in(condition, left, right, wanted);
            case Condition.Contains(_, Operand list, Operand value) ->
                    contains(condition, list, value, wanted);
            case Condition.Matches(_, Operand left, Operand pattern, _) ->
                    matches(condition, left, pattern, wanted);
            case Condition.Exists(_, Operand operand) -> exists(condition, operand);
            case Condition.Holds(_, Operand operand) -> holds(condition, operand, wanted);
            case Quantified quantified -> quantified(quantified, wanted);
            case Condition.Console(_, Operand operand) ->
                    add(
                            Code.FAILED,
                            null,
                            evaluator.value(operand).trace(),
                            Trace.Several.NONE,
                            condition,
                            "never holds");
            case Condition.Apply(_, Definition<Condition> definition, List<Operand> arguments) -> {
                Explainer inner = new Explainer(evaluator.inside(definition, arguments), messages);
                inner.explain(definition.body(), wanted);
                reasons.addAll(inner.reasons);
            }
        }
    }

    /// Every part that is decided in the wrong way; if there is none, every part that is open.
    private void explainEach(List<Condition> parts, Truth decisive, boolean wanted) {
        int before = reasons.size();
        for (Condition part : parts) {
            if (evaluator.truth(part) == decisive) {
                explain(part, wanted);
            }
        }
        if (reasons.size() == before) {
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
        List<Reason> outer = reasons;
        reasons = new ArrayList<>();
        for (Condition part : parts) {
            explain(part, wanted);
        }
        Reason deepest = null;
        Reason open = null;
        for (Reason reason : reasons) {
            if (deepest == null || reason.site().depth() >= deepest.site().depth()) {
                deepest = reason;
            }
            if (reason.open() != null && (open == null || reason.word() != null)) {
                open = reason;
            }
        }
        reasons = outer;
        if (deepest == null) {
            return;
        }
        if (whole == Truth.OPEN && deepest.open() == null && open != null) {
            reasons.add(
                    new Reason(
                            open.code(),
                            open.open(),
                            deepest.site(),
                            deepest.related(),
                            deepest.message()));
        } else if (whole == Truth.OPEN && open != null && open.word() != null) {
            reasons.add(open);
        } else {
            reasons.add(deepest);
        }
    }

    private void compare(Condition.Compare compare, boolean wanted) {
        Value left = evaluator.value(compare.left());
        Value right = evaluator.value(compare.right());
        Operator operator = wanted ? compare.operator() : compare.operator().opposite();
        if (Comparison.compare(compare.operator(), left, right) == Truth.OPEN) {
            open(compare, left, right, "a value like " + Texts.quoted(right));
            return;
        }
        String expected = operator.text() + " " + Texts.quoted(right);
        if (operator == Operator.EQUAL
                && left instanceof Value.Items(List<Value> lefts, _)
                && right instanceof Value.Items(List<Value> rights, _)
                && eachAlone(compare, Comparison.withoutPartner(lefts, rights), right, expected)) {
            return;
        }
        failed(compare, left, right, expected);
    }

    /// One reason for each element without a partner that stands in the judged document.
    private boolean eachAlone(
            Condition condition, List<Value> alone, Value right, String expected) {
        boolean any = false;
        for (Value element : alone) {
            if (!element.trace().isEmpty()) {
                failed(condition, element, right, expected);
                any = true;
            }
        }
        return any;
    }

    private void in(
            Condition condition, Operand leftOperand, Operand rightOperand, boolean wanted) {
        Value left = evaluator.value(leftOperand);
        Value right = evaluator.value(rightOperand);
        boolean list =
                right instanceof Value.Items
                        || right instanceof Value.Range
                        || right instanceof Value.Address;
        if (!list && Reasons.firstOpen(left, right) == null) {
            open(condition, right, left, "a list, a range or a network");
        } else if (Comparison.in(left, right) == Truth.OPEN) {
            open(condition, left, right, typeInside(right));
        } else {
            failed(condition, left, right, (wanted ? "in " : "not in ") + Texts.quoted(right));
        }
    }

    private void contains(
            Condition condition, Operand listOperand, Operand valueOperand, boolean wanted) {
        Value list = evaluator.value(listOperand);
        Value value = evaluator.value(valueOperand);
        Truth truth = Comparison.in(value, list);
        if (truth == Truth.OPEN) {
            if (list instanceof Value.Open || !(value instanceof Value.Open)) {
                open(
                        condition,
                        list,
                        value,
                        list instanceof Value.Items ? typeInside(value) : "a list or a range");
            } else {
                open(condition, value, list, typeInside(list));
            }
            return;
        }
        String expected = (wanted ? "containing " : "not containing ") + Texts.quoted(value);
        if (!wanted && list instanceof Value.Items(List<Value> elements, _)) {
            int before = reasons.size();
            for (Value element : elements) {
                if (!(element instanceof Value.Open)
                        && Comparison.equal(element, value) == Truth.HOLDS) {
                    failed(condition, element, value, "other than " + Texts.quoted(value));
                }
            }
            if (reasons.size() > before) {
                return;
            }
        }
        failed(condition, list, value, expected);
    }

    private static String typeInside(Value list) {
        return list instanceof Value.Items
                        || list instanceof Value.Range
                        || list instanceof Value.Address
                ? "a value of the types in " + Texts.quoted(list)
                : "a list of values like " + Texts.quoted(list);
    }

    private void matches(
            Condition condition, Operand leftOperand, Operand patternOperand, boolean wanted) {
        Value left = evaluator.value(leftOperand);
        Value pattern = evaluator.value(patternOperand);
        if (evaluator.truth(condition) == Truth.OPEN) {
            open(condition, left, pattern, "a string");
        } else {
            failed(
                    condition,
                    left,
                    pattern,
                    (wanted ? "matching " : "not matching ") + Texts.quoted(pattern));
        }
    }

    private void exists(Condition condition, Operand operand) {
        Value value = evaluator.value(operand);
        switch (value) {
            case Value.Missing missing -> {
                Trace nearest = missing.trace();
                add(
                        Code.FAILED,
                        null,
                        nearest,
                        Trace.Several.NONE,
                        condition,
                        Reasons.missing(missing, operand));
            }
            case Value.Open open -> open(condition, open, open, "");
            default -> failed(condition, value, Value.missing(), "nothing");
        }
    }

    private void holds(Condition condition, Operand operand, boolean wanted) {
        Value value = evaluator.value(operand);
        if (value instanceof Value.Bool) {
            failed(condition, value, Value.missing(), wanted ? "true" : "false");
        } else {
            open(condition, value, value, "true or false");
        }
    }

    private void quantified(Quantified quantified, boolean wanted) {
        Value list = evaluator.value(quantified.list());
        List<Value> elements = Evaluator.elements(list);
        if (elements == null) {
            open(quantified, list, list, "a list");
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
            add(
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
            Quantified quantified, List<Value> elements, boolean wanted, @Nullable Truth only) {
        for (int index = 0; index < elements.size(); index++) {
            evaluator.bindElement(quantified, elements, index);
            Truth truth = evaluator.elementTruth(quantified);
            if (truth == null
                    || (truth == Truth.HOLDS && wanted)
                    || (only != null && truth != only)) {
                continue;
            }
            Condition filter = quantified.filter();
            if (filter != null && evaluator.truth(filter) == Truth.OPEN) {
                explain(filter, true);
            } else if (!wanted && truth == Truth.HOLDS) {
                add(
                        Code.FAILED,
                        null,
                        elements.get(index).trace(),
                        Trace.Several.NONE,
                        quantified,
                        "holds for this element");
            } else {
                explain(quantified.condition(), wanted);
            }
        }
        evaluator.unbind(quantified);
    }

    /// `any` held for no element: one reason, at the list.
    private void none(Quantified quantified, Value list, List<Value> elements, Truth truth) {
        Value.Open open = null;
        if (truth == Truth.OPEN) {
            List<Reason> outer = reasons;
            reasons = new ArrayList<>();
            eachElement(quantified, elements, true, Truth.OPEN);
            for (Reason reason : reasons) {
                boolean better =
                        open == null
                                || (reason.word() != null && !(open instanceof Value.Unfilled));
                if (reason.open() != null && better) {
                    open = reason.open();
                }
            }
            reasons = outer;
        }
        String text =
                elements.isEmpty()
                        ? "there is no element"
                        : "holds for none of " + Texts.count(elements.size());
        add(Reasons.code(open), open, list.trace(), Trace.Several.NONE, quantified, text);
    }

    private void failed(Condition condition, Value found, Value other, String expected) {
        add(
                Code.FAILED,
                null,
                found.trace(),
                other.trace(),
                condition,
                "found " + Texts.quoted(found) + ", expected " + expected);
    }

    /// The first of two operands that is open is to blame; if none is, their types do not fit.
    private void open(Condition condition, Value left, Value right, String expected) {
        Value.Open open = Reasons.firstOpen(left, right);
        if (open == null) {
            open = new Value.Wrong(expected, left);
        }
        Trace other = open.trace().equals(left.trace()) ? right.trace() : left.trace();
        add(Reasons.code(open), open, open.trace(), other, condition, Reasons.text(open));
    }

    private void add(
            Code code,
            Value.@Nullable Open open,
            Trace first,
            Trace second,
            Condition condition,
            String text) {
        List<Site> carried = new ArrayList<>(first.sites());
        carried.addAll(second.sites());
        Site site = Reasons.site(carried, evaluator.judged().subject());
        List<Site> related = new ArrayList<>();
        for (Site other : carried) {
            if (related.size() < MOST_RELATED && !other.equals(site) && !related.contains(other)) {
                related.add(other);
            }
        }
        String message = messages == null ? null : messages.make();
        if (message == null) {
            Place place = written != null && isSingle(condition) ? written : condition.place();
            message = Texts.code(place) + ": " + text;
        }
        reasons.add(new Reason(code, open, site, related, message));
    }

    private static boolean isSingle(Condition condition) {
        return !(condition instanceof Quantified);
    }
}
