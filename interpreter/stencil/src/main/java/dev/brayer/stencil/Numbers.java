package dev.brayer.stencil;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers by their spelling, in any notation that kubectl reads.
///
/// Ordinary whole numbers are compared without big ones: those initialise half of
/// `java.util.concurrent` at their first use, which start-up would feel.
final class Numbers {
    private static final int LONG_DIGITS = 18;

    private Numbers() {}

    /// @throws NumberFormatException if one of them is none, which nobody asks
    static int compare(String left, String right) {
        return isPlain(left) && isPlain(right)
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : amount(left).compareTo(amount(right));
    }

    /// Whether the amount is a whole number and the spelling has no point.
    static boolean isWhole(String spelling) {
        if (isPlain(spelling)) {
            return true;
        }
        return spelling.indexOf('.') < 0 && amount(spelling).stripTrailingZeros().scale() <= 0;
    }

    /// Decimal digits with or without a minus, few enough for a `long`.
    private static boolean isPlain(String spelling) {
        int start = spelling.startsWith("-") ? 1 : 0;
        int digits = spelling.length() - start;
        boolean plain =
                digits > 0
                        && digits <= LONG_DIGITS
                        && (digits == 1 || spelling.charAt(start) != '0');
        for (int index = start; plain && index < spelling.length(); index++) {
            plain = spelling.charAt(index) >= '0' && spelling.charAt(index) <= '9';
        }
        return plain;
    }

    private static BigDecimal amount(String spelling) {
        String plain = spelling.replace("_", "");
        boolean negative = plain.startsWith("-");
        String digits = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        BigDecimal amount =
                isInOtherRadix(digits) ? new BigDecimal(integer(digits)) : new BigDecimal(digits);
        return negative ? amount.negate() : amount;
    }

    /// `0x1F`, `0o17`, `0b11` and `017`; `08` and `0e1` are decimal.
    private static boolean isInOtherRadix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return false;
        }
        for (int index = 1; index < digits.length(); index++) {
            char character = digits.charAt(index);
            boolean octal = character >= '0' && character <= '7';
            if (!octal) {
                return index == 1 && "xXoObB".indexOf(character) >= 0;
            }
        }
        return true;
    }

    private static BigInteger integer(String digits) {
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
            case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
            case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
            default -> new BigInteger(digits, 8);
        };
    }
}
