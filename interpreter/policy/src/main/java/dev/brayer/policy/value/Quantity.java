package dev.brayer.policy.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A Kubernetes quantity such as `512Mi`, `0.5` or `100m`, kept exactly.
public final class Quantity {
    private static final int MAXIMUM_LENGTH = 64;
    private static final int MAXIMUM_EXPONENT = 100;
    private static final String BINARY = "KMGTPE";
    private static final BigDecimal KILO = BigDecimal.valueOf(1024);

    private Quantity() {}

    /// The amount that the text says, or null if the text is no quantity.
    public static @Nullable BigDecimal parse(String text) {
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
        BigDecimal factor = factor(text, index);
        return factor == null ? null : new BigDecimal(text.substring(0, index)).multiply(factor);
    }

    /// Whether the text has a suffix or exponent, so that nobody could mean it as a plain number.
    public static boolean hasSuffix(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(text.length() - 1))
                && parse(text) != null;
    }

    /// How a person would write the amount: a multiple of a power of 1024 with its unit.
    public static String text(BigDecimal amount) {
        BigDecimal rest = amount;
        int power = 0;
        while (power < BINARY.length() && rest.signum() != 0) {
            BigDecimal[] parts = rest.divideAndRemainder(KILO);
            if (parts[1].signum() != 0) {
                break;
            }
            rest = parts[0];
            power++;
        }
        String digits = rest.stripTrailingZeros().toPlainString();
        return power == 0 ? digits : digits + BINARY.charAt(power - 1) + "i";
    }

    private static @Nullable BigDecimal factor(String text, int from) {
        int rest = text.length() - from;
        if (rest == 0) {
            return BigDecimal.ONE;
        }
        char unit = text.charAt(from);
        if (rest == 1) {
            return switch (unit) {
                case 'n' -> BigDecimal.ONE.movePointLeft(9);
                case 'u' -> BigDecimal.ONE.movePointLeft(6);
                case 'm' -> BigDecimal.ONE.movePointLeft(3);
                case 'k' -> BigDecimal.ONE.movePointRight(3);
                case 'M' -> BigDecimal.ONE.movePointRight(6);
                case 'G' -> BigDecimal.ONE.movePointRight(9);
                case 'T' -> BigDecimal.ONE.movePointRight(12);
                case 'P' -> BigDecimal.ONE.movePointRight(15);
                case 'E' -> BigDecimal.ONE.movePointRight(18);
                default -> null;
            };
        }
        if (rest == 2 && text.charAt(from + 1) == 'i') {
            int power = BINARY.indexOf(unit) + 1;
            return power == 0 ? null : BigDecimal.valueOf(1024).pow(power);
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
        return BigDecimal.ONE.scaleByPowerOfTen(sign * exponent);
    }
}
