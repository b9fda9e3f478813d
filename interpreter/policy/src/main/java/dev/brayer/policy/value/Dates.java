package dev.brayer.policy.value;

import dev.brayer.number.Decimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// Dates and times of RFC 3339. Apart from [Conversion], so that a run without dates never loads
/// `java.time`.
final class Dates {
    private Dates() {}

    /// A date and a duration, or the duration between two dates.
    static Value apply(char operation, Instant left, Value right, Trace trace, Value blamed) {
        try {
            if (right instanceof Value.Time(var seconds, _, _)
                    && (operation == '+' || operation == '-')) {
                long nanoseconds = seconds.toBigDecimal().movePointRight(9).longValueExact();
                Instant moved =
                        left.plusNanos(
                                operation == '+' ? nanoseconds : Math.negateExact(nanoseconds));
                return new Value.Moment(moved, moved.toString(), trace);
            }
            if (right instanceof Value.Moment(Instant other, _, _) && operation == '-') {
                Decimal seconds =
                        Decimal.of(left.getEpochSecond() - other.getEpochSecond())
                                .add(Decimal.of((long) left.getNano() - other.getNano(), 9));
                return new Value.Time(
                        seconds, seconds.stripTrailingZeros().toPlainString() + "s", trace);
            }
        } catch (ArithmeticException | DateTimeException ignored) {
            return new Value.Wrong("a duration that leads to a date", blamed);
        }
        return new Value.Wrong("a duration, or a date to subtract", blamed);
    }

    static Value parse(String text, Trace trace, Value written) {
        try {
            Instant instant =
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
            return new Value.Moment(instant, text, trace);
        } catch (DateTimeParseException _) {
            return new Value.Wrong("a date such as \"2026-01-31\"", written);
        }
    }
}
