package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
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

/// Gathers the reasons why conditions without parts of their own do not hold, each at its node.
final class Witness {
    /// More help nobody: `resources` may carry every object of a run.
    private static final int MOST_RELATED = 20;

    private final Evaluator evaluator;
    private final @Nullable MessageMaker messages;
    private final Comparison.Effort effort;
    private List<Reason> reasons = new ArrayList<>();

    /// Where a comparison is written together with the `not` or `== false` before or behind it.
    private @Nullable Place written;

    Witness(Evaluator evaluator, @Nullable MessageMaker messages) {
        this.evaluator = evaluator;
        this.messages = messages;
        this.effort = evaluator.judged();
    }

    void add(Reason reason) {
        reasons.add(reason);
    }

    List<Reason> reasons() {
        return reasons;
    }

    void writtenAs(@Nullable Place place) {
        written = place;
    }

    /// What is gathered while the task runs, apart from what was gathered before.
    List<Reason> during(Runnable task) {
        List<Reason> outer = reasons;
        reasons = new ArrayList<>();
        task.run();
        List<Reason> inner = reasons;
        reasons = outer;
        return inner;
    }

    void compare(Condition.Compare compare, boolean wanted) {
        Value left = evaluator.value(compare.left());
        Value right = evaluator.value(compare.right());
        Operator operator = wanted ? compare.operator() : compare.operator().opposite();
        if (Comparison.compare(compare.operator(), left, right, effort) == Truth.OPEN) {
            openComparison(compare, left, right);
            return;
        }
        String expected = operator.text() + " " + Texts.quoted(right);
        if (operator == Operator.EQUAL
                && left instanceof Value.Items(List<Value> lefts, _)
                && right instanceof Value.Items(List<Value> rights, _)
                && eachAlone(
                        compare,
                        Comparison.withoutPartner(lefts, rights, effort),
                        right,
                        expected)) {
            return;
        }
        failed(compare, left, right, expected);
    }

    /// Whether a secret is the same as in another version nobody knows without a fingerprint of it;
    /// whether it is what is missing there, everybody.
    private void openComparison(Condition.Compare compare, Value left, Value right) {
        boolean equality =
                compare.operator() == Operator.EQUAL || compare.operator() == Operator.NOT_EQUAL;
        Value.Open open = Reasons.firstOpen(left, right, effort);
        if (equality && open instanceof Value.Secret secret) {
            if (right instanceof Value.Missing missing) {
                open = missing;
            } else if (isOtherVersion(left, right)) {
                open = secret.asUndecided();
            }
        }
        open(
                compare,
                open == null ? new Value.Wrong("a value like " + Texts.quoted(right), left) : open,
                left,
                right);
    }

    private static boolean isOtherVersion(Value left, Value right) {
        List<Site> one = left.trace().sites();
        List<Site> two = right.trace().sites();
        return one.size() == 1
                && two.size() == 1
                && one.getFirst().isOtherVersionOf(two.getFirst());
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

    void in(Condition condition, Operand leftOperand, Operand rightOperand, boolean wanted) {
        Value left = evaluator.value(leftOperand);
        Value right = evaluator.value(rightOperand);
        boolean list =
                right instanceof Value.Items
                        || right instanceof Value.Range
                        || right instanceof Value.Address;
        if (!list && Reasons.firstOpen(left, right, effort) == null) {
            open(condition, right, left, "a list, a range or a network");
        } else if (Comparison.in(left, right, effort) == Truth.OPEN) {
            open(condition, left, right, typeInside(right));
        } else {
            failed(condition, left, right, (wanted ? "in " : "not in ") + Texts.quoted(right));
        }
    }

    void contains(Condition condition, Operand listOperand, Operand valueOperand, boolean wanted) {
        Value list = evaluator.value(listOperand);
        Value value = evaluator.value(valueOperand);
        Truth truth = Comparison.in(value, list, effort);
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
                        && Comparison.equal(element, value, effort) == Truth.HOLDS) {
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

    void matches(Condition condition, Operand leftOperand, Operand patternOperand, boolean wanted) {
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

    void exists(Condition condition, Operand operand) {
        Value value = evaluator.written(operand);
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
            case Value.Secret secret when !secret.undecided() ->
                    failed(condition, secret, Value.missing(), "nothing");
            case Value.Open open -> open(condition, open, open, "");
            default -> failed(condition, value, Value.missing(), "nothing");
        }
    }

    void holds(Condition condition, Operand operand, boolean wanted) {
        Value value = evaluator.value(operand);
        if (value instanceof Value.Bool) {
            failed(condition, value, Value.missing(), wanted ? "true" : "false");
        } else {
            open(condition, value, value, "true or false");
        }
    }

    void failed(Condition condition, Value found, Value other, String expected) {
        add(
                Code.FAILED,
                null,
                found.trace(),
                other.trace(),
                condition,
                "found " + Texts.quoted(found) + ", expected " + expected);
    }

    /// The first of two operands that is open is to blame; if none is, their types do not fit.
    void open(Condition condition, Value left, Value right, String expected) {
        Value.Open open = Reasons.firstOpen(left, right, effort);
        if (open == null) {
            open = new Value.Wrong(expected, left);
        }
        open(condition, open, left, right);
    }

    private void open(Condition condition, Value.Open open, Value left, Value right) {
        Trace other = open.trace().equals(left.trace()) ? right.trace() : left.trace();
        add(Reasons.code(open), open, open.trace(), other, condition, Reasons.text(open));
    }

    void add(
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
