package dev.brayer.document.fields;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Durations as people write them: `30s`, `1h30m`, `500ms`, `7d`.
public final class Durations {
    /// Ten years: whoever waits longer has made a mistake.
    private static final long LONGEST_MILLISECONDS = 10L * 365 * 86_400_000;

    private Durations() {}

    /// The duration, or `null` when the text is none: numbers need units, units fall from large to
    /// small.
    public static @Nullable Duration parse(String text) {
        long milliseconds = 0;
        long previousUnit = Long.MAX_VALUE;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            long amount = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                amount = amount * 10 + text.charAt(at) - '0';
                if (amount > LONGEST_MILLISECONDS) {
                    return null;
                }
                at++;
            }
            int unitStart = at;
            while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                at++;
            }
            long unit = milliseconds(text, unitStart, at);
            if (unitStart == start
                    || unit == 0
                    || unit >= previousUnit
                    || amount > LONGEST_MILLISECONDS / unit) {
                return null;
            }
            previousUnit = unit;
            milliseconds += amount * unit;
        }
        return text.isEmpty() ? null : Duration.ofMillis(milliseconds);
    }

    private static long milliseconds(String text, int start, int end) {
        return switch (text.substring(start, end)) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 0;
        };
    }
}
