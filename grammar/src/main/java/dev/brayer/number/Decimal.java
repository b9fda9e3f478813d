package dev.brayer.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// An exact decimal number: a whole number, the unscaled value, and how many of its digits stand
/// behind the point, the scale.
///
/// It means and prints what a [BigDecimal] does. But the initialiser of that class alone takes half
/// as long as a whole check of a file, and what configurations hold fits into a `long`: only larger
/// numbers, and quotients with a fraction, are left to it. It is one file because every operation
/// needs both ways.
public final class Decimal implements Comparable<Decimal> {
    public static final Decimal ZERO = new Decimal(0, 0, null);
    public static final Decimal ONE = new Decimal(1, 0, null);

    /// So many digits always fit into a `long`.
    private static final int LONG_DIGITS = 18;

    /// So many digits of an exponent always fit into an `int`.
    private static final int EXPONENT_DIGITS = 8;

    private static final long[] POWERS = powers();

    private final long unscaled;
    private final int scale;

    /// The number, if its unscaled value does not fit into a `long`; the other two are 0 then.
    private final @Nullable BigDecimal large;

    private Decimal(long unscaled, int scale, @Nullable BigDecimal large) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.large = large;
    }

    public static Decimal of(long number) {
        return new Decimal(number, 0, null);
    }

    /// `unscaled` with its last `scale` digits behind the point; more zeros in front of the point
    /// where the scale is negative.
    public static Decimal of(long unscaled, int scale) {
        return new Decimal(unscaled, scale, null);
    }

    public static Decimal of(BigInteger number) {
        return number.bitLength() < Long.SIZE
                ? of(number.longValue())
                : new Decimal(0, 0, new BigDecimal(number));
    }

    /// The number that a text says: digits with or without a sign, a point and an exponent.
    ///
    /// @throws NumberFormatException if it says none
    public static Decimal parse(String text) {
        Decimal small = parseSmall(text);
        return small == null ? of(new BigDecimal(text)) : small;
    }

    public int signum() {
        return large == null ? Long.signum(unscaled) : large.signum();
    }

    public int scale() {
        return large == null ? scale : large.scale();
    }

    /// How many digits the unscaled value has.
    public int precision() {
        if (large != null) {
            return large.precision();
        }
        int digits = 1;
        for (long rest = unscaled / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    public Decimal negate() {
        return large == null && unscaled != Long.MIN_VALUE
                ? of(-unscaled, scale)
                : of(toBigDecimal().negate());
    }

    public Decimal add(Decimal other) {
        if (large == null && other.large == null) {
            int common = Math.max(scale, other.scale);
            Decimal sum = sum(rescaled(common), other.rescaled(common));
            if (sum != null) {
                return sum;
            }
        }
        return of(toBigDecimal().add(other.toBigDecimal()));
    }

    public Decimal subtract(Decimal other) {
        return add(other.negate());
    }

    public Decimal multiply(Decimal other) {
        if (large == null && other.large == null) {
            long product = unscaled * other.unscaled;
            long high = Math.multiplyHigh(unscaled, other.unscaled);
            long scales = (long) scale + other.scale;
            if (high == product >> (Long.SIZE - 1) && scales == (int) scales) {
                return of(product, (int) scales);
            }
        }
        return of(toBigDecimal().multiply(other.toBigDecimal()));
    }

    /// The quotient, rounded to 34 digits where it has more.
    ///
    /// @throws ArithmeticException if the divisor is 0
    public Decimal divide(Decimal divisor) {
        if (large == null && divisor.large == null && divisor.unscaled != 0) {
            long scales = (long) scale - divisor.scale;
            boolean overflows = unscaled == Long.MIN_VALUE && divisor.unscaled == -1;
            if (!overflows && unscaled % divisor.unscaled == 0 && scales == (int) scales) {
                return of(unscaled / divisor.unscaled, (int) scales);
            }
        }
        return of(toBigDecimal().divide(divisor.toBigDecimal(), MathContext.DECIMAL128));
    }

    /// The quotient if it is a whole number, else null.
    public @Nullable Decimal wholeQuotient(long divisor) {
        Decimal stripped = stripTrailingZeros();
        if (stripped.scale() > 0) {
            return null;
        }
        Decimal whole = stripped.large == null ? stripped.rescaled(0) : null;
        if (whole != null) {
            return whole.unscaled % divisor == 0 ? of(whole.unscaled / divisor) : null;
        }
        BigInteger[] parts =
                toBigDecimal().toBigIntegerExact().divideAndRemainder(BigInteger.valueOf(divisor));
        return parts[1].signum() == 0 ? of(parts[0]) : null;
    }

    /// The same number with the smallest scale.
    public Decimal stripTrailingZeros() {
        if (large != null) {
            return of(large.stripTrailingZeros());
        }
        if (unscaled == 0) {
            return ZERO;
        }
        long digits = unscaled;
        int smaller = scale;
        while (digits % 10 == 0 && smaller > Integer.MIN_VALUE) {
            digits /= 10;
            smaller--;
        }
        return of(digits, smaller);
    }

    /// Whether there is nothing but zeros behind the point.
    public boolean isWhole() {
        return scale() <= 0 || stripTrailingZeros().scale() <= 0;
    }

    /// The lowest 32 bits of the whole part.
    public int intValue() {
        return large == null && scale == 0 ? (int) unscaled : toBigDecimal().intValue();
    }

    /// The nearest 64-bit float.
    public double doubleValue() {
        if (large != null) {
            return Double.parseDouble(large.toString());
        }
        return scale == 0 ? (double) unscaled : Double.parseDouble(unscaled + "E" + -(long) scale);
    }

    public BigDecimal toBigDecimal() {
        return large == null ? BigDecimal.valueOf(unscaled, scale) : large;
    }

    /// In full, without an exponent.
    public String toPlainString() {
        if (large != null || unscaled == Long.MIN_VALUE) {
            return toBigDecimal().toPlainString();
        }
        if (scale == 0 || (unscaled == 0 && scale < 0)) {
            return Long.toString(unscaled);
        }
        String sign = unscaled < 0 ? "-" : "";
        String digits = Long.toString(Math.abs(unscaled));
        if (scale < 0) {
            return sign + digits + "0".repeat(-scale);
        }
        if (digits.length() <= scale) {
            return sign + "0." + "0".repeat(scale - digits.length()) + digits;
        }
        int point = digits.length() - scale;
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /// Compares what the numbers are, whatever their scale.
    @Override
    public int compareTo(Decimal other) {
        if (large != null || other.large != null) {
            return toBigDecimal().compareTo(other.toBigDecimal());
        }
        if (scale == other.scale || signum() != other.signum() || unscaled == 0) {
            return scale == other.scale
                    ? Long.compare(unscaled, other.unscaled)
                    : Integer.compare(signum(), other.signum());
        }
        int common = Math.max(scale, other.scale);
        Decimal one = rescaled(common);
        Decimal two = other.rescaled(common);
        if (one != null && two != null) {
            return Long.compare(one.unscaled, two.unscaled);
        }
        // What does not fit into a `long` is further away from 0 than all that does.
        return one == null ? signum() : -signum();
    }

    /// Whether both are the same number with the same scale, as of [BigDecimal#equals].
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Decimal other
                && unscaled == other.unscaled
                && scale == other.scale
                && (large == null ? other.large == null : large.equals(other.large));
    }

    @Override
    public int hashCode() {
        return large == null ? 31 * Long.hashCode(unscaled) + scale : large.hashCode();
    }

    @Override
    public String toString() {
        return toBigDecimal().toString();
    }

    private static Decimal of(BigDecimal number) {
        BigInteger digits = number.unscaledValue();
        return digits.bitLength() < Long.SIZE
                ? of(digits.longValue(), number.scale())
                : new Decimal(0, 0, number);
    }

    private static @Nullable Decimal sum(@Nullable Decimal one, @Nullable Decimal two) {
        if (one == null || two == null) {
            return null;
        }
        long sum = one.unscaled + two.unscaled;
        boolean overflows = ((one.unscaled ^ sum) & (two.unscaled ^ sum)) < 0;
        return overflows ? null : of(sum, one.scale);
    }

    /// This small number with a larger scale, or null if it does not fit into a `long` then.
    private @Nullable Decimal rescaled(int larger) {
        long zeros = (long) larger - scale;
        if (zeros == 0) {
            return this;
        }
        if (unscaled == 0) {
            return of(0, larger);
        }
        if (zeros > LONG_DIGITS) {
            return null;
        }
        long power = POWERS[(int) zeros];
        long product = unscaled * power;
        return Math.multiplyHigh(unscaled, power) == product >> (Long.SIZE - 1)
                ? of(product, larger)
                : null;
    }

    /// Null where the text says no number, or not surely a small one.
    private static @Nullable Decimal parseSmall(String text) {
        int length = text.length();
        boolean signed = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+');
        long number = 0;
        int digits = 0;
        int point = -1;
        int at = signed ? 1 : 0;
        for (; at < length; at++) {
            char character = text.charAt(at);
            if (character == '.' && point < 0) {
                point = digits;
            } else if (character >= '0' && character <= '9') {
                number = number * 10 + (character - '0');
                digits++;
            } else {
                break;
            }
        }
        if (digits == 0 || digits > LONG_DIGITS) {
            return null;
        }
        int exponent = 0;
        if (at < length) {
            if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
                return null;
            }
            boolean negative = at + 1 < length && text.charAt(at + 1) == '-';
            boolean positive = at + 1 < length && text.charAt(at + 1) == '+';
            int start = negative || positive ? at + 2 : at + 1;
            if (start == length || length - start > EXPONENT_DIGITS) {
                return null;
            }
            for (int index = start; index < length; index++) {
                int digit = text.charAt(index) - '0';
                if (digit < 0 || digit > 9) {
                    return null;
                }
                exponent = exponent * 10 + digit;
            }
            exponent = negative ? -exponent : exponent;
        }
        int behind = point < 0 ? 0 : digits - point;
        return of(signed && text.charAt(0) == '-' ? -number : number, behind - exponent);
    }

    private static long[] powers() {
        long[] powers = new long[LONG_DIGITS + 1];
        powers[0] = 1;
        for (int index = 1; index < powers.length; index++) {
            powers[index] = powers[index - 1] * 10;
        }
        return powers;
    }
}
