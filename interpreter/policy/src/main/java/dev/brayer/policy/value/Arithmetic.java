package dev.brayer.policy.value;

import dev.brayer.number.Decimal;
import dev.brayer.policy.value.Value.Amount;
import dev.brayer.policy.value.Value.Items;
import dev.brayer.policy.value.Value.Moment;
import dev.brayer.policy.value.Value.Numeral;
import dev.brayer.policy.value.Value.Open;
import dev.brayer.policy.value.Value.Text;
import dev.brayer.policy.value.Value.Time;
import dev.brayer.policy.value.Value.Wrong;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `+ - * /`, exact but for quotients without an end, which keep 34 digits.
public final class Arithmetic {
    /// Beyond this size a result is no setting of anything any more.
    private static final int MOST_DIGITS = 10_000;

    private Arithmetic() {}

    /// @param operation one of `+ - * /`
    public static Value apply(char operation, Value left, Value right) {
        if (left instanceof Open) {
            return Value.used(left);
        }
        if (right instanceof Open) {
            return Value.used(right);
        }
        if (operation == '+'
                && left instanceof Items(List<Value> lefts, Trace one)
                && right instanceof Items(List<Value> rights, Trace two)) {
            List<Value> all = new ArrayList<>(lefts);
            all.addAll(rights);
            return new Items(all, Trace.join(one, two));
        }
        if (left instanceof Items || right instanceof Items) {
            return operation == '+'
                    ? new Wrong("a list", left instanceof Items ? right : left)
                    : new Wrong(
                            "a number, a quantity or a duration",
                            left instanceof Items ? left : right);
        }
        Value one = measured(left);
        Value two = measured(right);
        Trace trace = Trace.join(left.trace(), right.trace());
        Value blamed = blamed(right, trace);
        if (one instanceof Numeral(var a, _) && two instanceof Numeral(var b, _)) {
            Decimal result = calculate(operation, a, b);
            return result == null ? noResult(operation, blamed) : new Numeral(result, trace);
        }
        if (one instanceof Moment(var instant, _, _)) {
            return Dates.apply(operation, instant, two, trace, blamed);
        }
        return ofUnits(operation, one, two, trace, blamed);
    }

    /// The right side; a number that is written in the policy stands where the left side does.
    private static Value blamed(Value right, Trace both) {
        return right instanceof Numeral(var number, Trace own) && own.isEmpty()
                ? new Numeral(number, both)
                : right;
    }

    /// Equal units add; a unit is multiplied and divided by numbers; equal units divide to a
    /// number.
    private static Value ofUnits(
            char operation, Value left, Value right, Trace trace, Value blamed) {
        Decimal one = amount(left);
        Decimal two = amount(right);
        if (one == null || two == null) {
            return new Wrong("a number, a quantity or a duration", one == null ? left : blamed);
        }
        boolean numberLeft = left instanceof Numeral;
        boolean numberRight = right instanceof Numeral;
        boolean sameUnit = left.getClass() == right.getClass();
        boolean quantityAndNumber =
                (left instanceof Amount && numberRight) || (numberLeft && right instanceof Amount);
        boolean fits =
                switch (operation) {
                    case '*' -> numberLeft || numberRight;
                    case '/' -> sameUnit || numberRight;
                    default -> sameUnit || quantityAndNumber;
                };
        if (!fits) {
            return new Wrong(
                    "a value that `" + operation + "` can join with " + unit(left), blamed);
        }
        Decimal result = calculate(operation, one, two);
        if (result == null) {
            return noResult(operation, blamed);
        }
        if (operation == '/' && sameUnit) {
            return new Numeral(result, trace);
        }
        return left instanceof Time || right instanceof Time
                ? new Time(result, result.stripTrailingZeros().toPlainString() + "s", trace)
                : new Amount(result, Quantity.text(result), trace);
    }

    /// A value as it counts in a sum.
    public static Value measure(Value value) {
        Value measured = measured(value);
        return measured instanceof Open || amount(measured) != null
                ? measured
                : new Wrong("a number, a quantity or a duration", value);
    }

    /// The same result, made from other nodes.
    public static Value at(Value value, Trace trace) {
        return switch (value) {
            case Numeral(var number, _) -> new Numeral(number, trace);
            case Amount(var amount, var written, _) -> new Amount(amount, written, trace);
            case Time(var seconds, var written, _) -> new Time(seconds, written, trace);
            default -> value;
        };
    }

    /// A text of a document that is a quantity or a duration counts as one; the schema does not say
    /// it yet.
    private static Value measured(Value value) {
        if (!(value instanceof Text)) {
            return value;
        }
        Value amount = Conversion.toAmount(value);
        if (!(amount instanceof Wrong)) {
            return amount;
        }
        Value time = Conversion.toTime(value);
        return time instanceof Wrong ? value : time;
    }

    private static @Nullable Decimal amount(Value value) {
        return switch (value) {
            case Numeral(var number, _) -> number;
            case Amount(var amount, _, _) -> amount;
            case Time(var seconds, _, _) -> seconds;
            default -> null;
        };
    }

    private static String unit(Value value) {
        return value instanceof Time
                ? "a duration"
                : value instanceof Amount ? "a quantity" : "a number";
    }

    /// Null for a division by zero and for results without bounds.
    private static @Nullable Decimal calculate(char operation, Decimal left, Decimal right) {
        if ((long) left.precision() + right.precision() > MOST_DIGITS) {
            return null;
        }
        if (operation == '/' && right.signum() == 0) {
            return null;
        }
        Decimal result =
                switch (operation) {
                    case '+' -> left.add(right);
                    case '-' -> left.subtract(right);
                    case '*' -> left.multiply(right);
                    default -> left.divide(right);
                };
        if (result.signum() == 0) {
            return Decimal.ZERO;
        }
        return Math.abs((long) result.scale()) > MOST_DIGITS ? null : result;
    }

    private static Wrong noResult(char operation, Value divisor) {
        return operation == '/'
                ? new Wrong("a divisor other than 0", divisor)
                : new Wrong("numbers of usual size", divisor);
    }
}
