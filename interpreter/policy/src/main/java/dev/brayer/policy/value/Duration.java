package dev.brayer.policy.value;

import dev.brayer.number.Decimal;
import org.jspecify.annotations.Nullable;

/// A length of time as Kubernetes writes it, such as `30s`, `1h30m` or `500ms`, kept exactly in
/// seconds. Days and weeks, which Kubernetes itself does not write and custom resources do (the
/// retention of a Prometheus: `15d`), are 24 and 168 hours.
public final class Duration {
    private static final int MAXIMUM_LENGTH = 64;

    private Duration() {}

    /// The seconds that the text says, or null if the text is no duration.
    public static @Nullable Decimal parse(String text) {
        int length = text.length();
        if (length == 0 || length > MAXIMUM_LENGTH) {
            return null;
        }
        boolean negative = text.charAt(0) == '-';
        int index = negative || text.charAt(0) == '+' ? 1 : 0;
        if (text.substring(index).equals("0")) {
            return Decimal.ZERO;
        }
        Decimal total = Decimal.ZERO;
        boolean any = false;
        while (index < length) {
            int start = index;
            boolean digits = false;
            boolean point = false;
            while (index < length) {
                char character = text.charAt(index);
                if (character >= '0' && character <= '9') {
                    digits = true;
                } else if (character == '.' && !point) {
                    point = true;
                } else {
                    break;
                }
                index++;
            }
            if (!digits) {
                return null;
            }
            Decimal amount = Decimal.parse(text.substring(start, index));
            int unit = index;
            while (index < length && (text.charAt(index) < '0' || text.charAt(index) > '9')) {
                index++;
            }
            Decimal seconds = seconds(text.substring(unit, index));
            if (seconds == null) {
                return null;
            }
            total = total.add(amount.multiply(seconds));
            any = true;
        }
        if (!any) {
            return null;
        }
        return negative ? total.negate() : total;
    }

    private static @Nullable Decimal seconds(String unit) {
        return switch (unit) {
            case "ns" -> Decimal.of(1, 9);
            case "us", "µs", "μs" -> Decimal.of(1, 6);
            case "ms" -> Decimal.of(1, 3);
            case "s" -> Decimal.ONE;
            case "m" -> Decimal.of(60);
            case "h" -> Decimal.of(3600);
            case "d" -> Decimal.of(86_400);
            case "w" -> Decimal.of(604_800);
            default -> null;
        };
    }
}
