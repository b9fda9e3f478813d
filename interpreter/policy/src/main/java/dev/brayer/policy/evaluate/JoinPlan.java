package dev.brayer.policy.evaluate;

import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtin.Form;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known before a run about a quantifier over the objects of a kind: `any`, or `no`, which
/// is `every` with a negated condition. In both an object for which the condition fails changes
/// nothing.
///
/// @param kind of the objects
/// @param others whether the judged object is left out
/// @param first slot of the loop name
/// @param filters joins of the `where`: what has none of their keys is not selected
/// @param exact whether the `where` is nothing but one join of [Join.Way#EQUAL], so that what has
///   its key is selected
/// @param conditions joins of the condition, which fails for what has none of their keys
record JoinPlan(
        String kind,
        boolean others,
        int first,
        List<Join> filters,
        boolean exact,
        List<Join> conditions) {

    JoinPlan {
        filters = List.copyOf(filters);
        conditions = List.copyOf(conditions);
    }

    /// The plan for a quantifier; null where each element has to be looked at.
    static @Nullable JoinPlan of(Quantified quantified) {
        if (quantified.second() >= 0
                || !(quantified.list() instanceof Operand.Call call)
                || !Outlook.asksForObjects(call)
                || !(call.arguments().getFirst()
                        instanceof Operand.Constant(_, Value.Text(String kind, _)))
                || Outlook.contains(quantified, part -> part instanceof Condition.Console)) {
            return null;
        }
        int slot = quantified.first();
        Condition filter = quantified.filter();
        List<Join> filters = new ArrayList<>();
        boolean exact = false;
        if (filter != null) {
            collect(filter, slot, filters);
            exact =
                    filter instanceof Condition.Compare
                            && filters.size() == 1
                            && filters.getFirst().way() == Join.Way.EQUAL;
        }
        List<Join> conditions = new ArrayList<>();
        if (filter == null || exact) {
            if (!quantified.every()) {
                collect(quantified.condition(), slot, conditions);
            } else if (quantified.condition() instanceof Condition.Not(_, Condition negated)) {
                collect(negated, slot, conditions);
            }
        }
        boolean others = isFunction(call.builtin(), "others");
        return filters.isEmpty() && conditions.isEmpty()
                ? null
                : new JoinPlan(kind, others, slot, filters, exact, conditions);
    }

    /// One part of an `and` that fails lets the whole fail.
    private static void collect(Condition condition, int slot, List<Join> joins) {
        if (condition instanceof Condition.And(_, List<Condition> parts)) {
            for (Condition part : parts) {
                collect(part, slot, joins);
            }
            return;
        }
        Join join = join(condition, slot);
        if (join != null) {
            joins.add(join);
        }
    }

    private static @Nullable Join join(Condition condition, int slot) {
        return switch (condition) {
            case Condition.Compare(
                            _,
                            Comparison.Operator operator,
                            Operand left,
                            Operand right) -> {
                Join.Way way = operator == Comparison.Operator.EQUAL ? Join.Way.EQUAL : null;
                yield join(way, way, left, right, slot);
            }
            case Condition.In(_, Operand left, Operand right) ->
                    join(Join.Way.IN_PROBE, Join.Way.IN_ELEMENT, left, right, slot);
            case Condition.Contains(_, Operand list, Operand value) ->
                    join(Join.Way.IN_ELEMENT, Join.Way.IN_PROBE, list, value, slot);
            case Condition.Holds(_, Operand.Call(_, Builtin builtin, List<Operand> arguments)) ->
                    isFunction(builtin, "selects")
                            ? join(
                                    Join.Way.SELECTING,
                                    Join.Way.SELECTED,
                                    arguments.getFirst(),
                                    arguments.getLast(),
                                    slot)
                            : null;
            case Condition.And _,
                    Condition.Or _,
                    Condition.Not _,
                    Condition.Matches _,
                    Condition.Exists _,
                    Condition.Holds _,
                    Quantified _,
                    Condition.Console _,
                    Condition.Apply _ ->
                    null;
        };
    }

    /// @param ifLeft the way if the element is on the left
    private static @Nullable Join join(
            Join.@Nullable Way ifLeft,
            Join.@Nullable Way ifRight,
            Operand left,
            Operand right,
            int slot) {
        if (ifLeft != null && isElement(left, slot) && !mentions(right, slot)) {
            return new Join(ifLeft, left, right);
        }
        return ifRight != null && isElement(right, slot) && !mentions(left, slot)
                ? new Join(ifRight, right, left)
                : null;
    }

    private static boolean mentions(Operand operand, int slot) {
        return Outlook.contains(
                operand, part -> part instanceof Operand.Local(_, int local) && local == slot);
    }

    /// Whether an expression says the same of an object whatever document is judged.
    private static boolean isElement(Operand operand, int slot) {
        return mentions(operand, slot)
                && !Outlook.contains(operand, part -> looksElsewhere(part, slot));
    }

    private static boolean looksElsewhere(Object part, int slot) {
        return switch (part) {
            case Operand.Local(_, int local) -> local != slot;
            case Operand.Fetch _, Operand.Variable _, Operand.Known _ -> true;
            case Operand.Judged _, Operand.Apply _ -> true;
            case Operand.Call call -> Outlook.asksForObjects(call) || fetches(call.builtin());
            default -> false;
        };
    }

    private static boolean isFunction(Builtin builtin, String name) {
        return builtin.receiver() == null && builtin.name().equals(name);
    }

    private static boolean fetches(Builtin builtin) {
        for (Builtin.Parameter parameter : builtin.parameters()) {
            if (parameter.form() == Form.JSON_PATH) {
                return true;
            }
        }
        return false;
    }
}
