package dev.brayer.policy.validate;

import dev.brayer.number.Decimal;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Conversion;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import java.util.List;

/// What a condition says of one expression, so that two conditions can be held against each other.
sealed interface Claim {
    /// The shape of the expression that it is about.
    String about();

    /// It is one of these values.
    record OneOf(String about, List<Value> values) implements Claim {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// It is there and is none of these values.
    record NoneOf(String about, List<Value> values) implements Claim {
        public NoneOf {
            values = List.copyOf(values);
        }
    }

    /// It is a number on one side of a limit.
    record Bounded(String about, Operator operator, Decimal limit) implements Claim {}

    /// It is not there.
    record Absent(String about) implements Claim {}

    /// A condition of this shape holds, or fails.
    record Whole(String about, boolean holds) implements Claim {}

    /// Whether no document can fulfil both.
    static boolean exclude(Claim one, Claim two) {
        if (!one.about().equals(two.about())) {
            return false;
        }
        return switch (one) {
            case Whole(_, boolean holds) -> two instanceof Whole other && holds != other.holds();
            case Absent _ -> !(two instanceof Absent || two instanceof Whole);
            case NoneOf none ->
                    two instanceof Absent || (two instanceof OneOf list && isForbidden(list, none));
            case OneOf list ->
                    switch (two) {
                        case OneOf other -> areApart(list.values(), other.values());
                        case NoneOf none -> isForbidden(list, none);
                        case Bounded bounded -> isOutside(list.values(), bounded);
                        case Absent _ -> true;
                        case Whole _ -> false;
                    };
            case Bounded bounded ->
                    switch (two) {
                        case OneOf list -> isOutside(list.values(), bounded);
                        case Bounded other -> areApart(bounded, other);
                        case Absent _ -> true;
                        case NoneOf _, Whole _ -> false;
                    };
        };
    }

    /// Whether everything that is allowed is forbidden.
    private static boolean isForbidden(OneOf allowed, NoneOf forbidden) {
        for (Value value : allowed.values()) {
            boolean excluded = false;
            for (Value other : forbidden.values()) {
                excluded |= Comparison.equal(value, other) == Truth.HOLDS;
            }
            if (!excluded) {
                return false;
            }
        }
        return true;
    }

    private static boolean areApart(List<Value> left, List<Value> right) {
        for (Value one : left) {
            for (Value two : right) {
                if (mayBeEqual(one, two)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Two texts that differ may still be the same quantity, version or image, and the type of the
    /// value beside them is not known here.
    private static boolean mayBeEqual(Value left, Value right) {
        boolean texts = left instanceof Value.Text && right instanceof Value.Text;
        boolean numbers = left instanceof Value.Numeral && right instanceof Value.Numeral;
        boolean truths = left instanceof Value.Bool && right instanceof Value.Bool;
        if (numbers || truths) {
            return Comparison.equal(left, right) == Truth.HOLDS;
        }
        return !texts
                || Comparison.equal(left, right) == Truth.HOLDS
                || areEqual(Conversion.toAmount(left), Conversion.toAmount(right))
                || areEqual(Conversion.toTime(left), Conversion.toTime(right))
                || areEqual(Conversion.toMoment(left), Conversion.toMoment(right))
                || areEqual(Conversion.toVersion(left), Conversion.toVersion(right))
                || areEqual(Conversion.toAddress(left), Conversion.toAddress(right))
                || areEqual(Conversion.toImage(left), Conversion.toImage(right));
    }

    private static boolean areEqual(Value left, Value right) {
        return Comparison.equal(left, right) == Truth.HOLDS;
    }

    private static boolean isOutside(List<Value> values, Bounded bounded) {
        for (Value value : values) {
            if (!(value instanceof Value.Numeral(Decimal number, _)) || isWithin(number, bounded)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(Decimal number, Bounded bounded) {
        int order = number.compareTo(bounded.limit());
        return switch (bounded.operator()) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
        };
    }

    private static boolean areApart(Bounded one, Bounded two) {
        Bounded low = isLower(one) ? one : isLower(two) ? two : null;
        Bounded high = isUpper(one) ? one : isUpper(two) ? two : null;
        return low != null && high != null && isEmpty(low, high);
    }

    private static boolean isEmpty(Bounded low, Bounded high) {
        int order = low.limit().compareTo(high.limit());
        boolean both =
                low.operator() == Operator.GREATER_OR_EQUAL
                        && high.operator() == Operator.LESS_OR_EQUAL;
        return order > 0 || (order == 0 && !both);
    }

    private static boolean isLower(Bounded bounded) {
        return bounded.operator() == Operator.GREATER
                || bounded.operator() == Operator.GREATER_OR_EQUAL;
    }

    private static boolean isUpper(Bounded bounded) {
        return bounded.operator() == Operator.LESS || bounded.operator() == Operator.LESS_OR_EQUAL;
    }

    /// The operator that says the same when its sides are exchanged.
    static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }
}
