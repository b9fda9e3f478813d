package dev.brayer.policy.value;

import dev.brayer.number.Decimal;
import org.jspecify.annotations.Nullable;

/// A Kubernetes quantity such as `512Mi`, `0.5` or `100m`, kept exactly.
public final class Quantity {
    private static final int MAXIMUM_LENGTH = 64;
    private static final int MAXIMUM_EXPONENT = 100;
    private static final String BINARY = "KMGTPE";
    private static final int KILO = 1024;

    private Quantity() {}

    /// The amount that the text says, or null if the text is no quantity.
    public static @Nullable Decimal parse(String text) {
        int length = text.length();
        if (length == 0 || length > MAXIMUM_LENGTH) {
            return null;
        }
        int index = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; index < length; index++) {
            char character = text.charAt(index);
            if (character >= '0' && character <= '9') {
                digits++;
            } else if (character == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return null;
        }
        Decimal factor = factor(text, index);
        return factor == null ? null : Decimal.parse(text.substring(0, index)).multiply(factor);
    }

    /// Whether the text has a suffix or exponent, so that nobody could mean it as a plain number.
    public static boolean hasSuffix(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(text.length() - 1))
                && parse(text) != null;
    }

    /// How a person would write the amount: a multiple of a power of 1024 with its unit.
    public static String text(Decimal amount) {
        Decimal rest = amount;
        int power = 0;
        while (power < BINARY.length() && rest.signum() != 0) {
            Decimal whole = rest.wholeQuotient(KILO);
            if (whole == null) {
                break;
            }
            rest = whole;
            power++;
        }
        String digits = rest.stripTrailingZeros().toPlainString();
        return power == 0 ? digits : digits + BINARY.charAt(power - 1) + "i";
    }

    private static @Nullable Decimal factor(String text, int from) {
        int rest = text.length() - from;
        if (rest == 0) {
            return Decimal.ONE;
        }
        char unit = text.charAt(from);
        if (rest == 1) {
            return switch (unit) {
                case 'n' -> Decimal.of(1, 9);
                case 'u' -> Decimal.of(1, 6);
                case 'm' -> Decimal.of(1, 3);
                case 'k' -> Decimal.of(1_000);
                case 'M' -> Decimal.of(1_000_000);
                case 'G' -> Decimal.of(1_000_000_000);
                case 'T' -> Decimal.of(1_000_000_000_000L);
                case 'P' -> Decimal.of(1_000_000_000_000_000L);
                case 'E' -> Decimal.of(1_000_000_000_000_000_000L);
                default -> null;
            };
        }
        if (rest == 2 && text.charAt(from + 1) == 'i') {
            int power = BINARY.indexOf(unit) + 1;
            return power == 0 ? null : Decimal.of(1L << (10 * power));
        }
        if (unit != 'e' && unit != 'E') {
            return null;
        }
        int sign = text.charAt(from + 1) == '-' ? -1 : 1;
        int start =
                text.charAt(from + 1) == '-' || text.charAt(from + 1) == '+' ? from + 2 : from + 1;
        int exponent = 0;
        if (start == text.length()) {
            return null;
        }
        for (int index = start; index < text.length(); index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            exponent = exponent * 10 + digit;
            if (exponent > MAXIMUM_EXPONENT) {
                return null;
            }
        }
        return Decimal.of(1, -sign * exponent);
    }
}
