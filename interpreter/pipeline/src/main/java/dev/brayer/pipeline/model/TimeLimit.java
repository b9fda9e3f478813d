package dev.brayer.pipeline.model;

import java.util.Optional;

/// A length of time as project files write it: `500ms`, `30s`, `10m`, `2h`, and joined ones such as `1h30m`.
///
/// @param written the spelling in the file, for messages
public record TimeLimit(long milliseconds, String written) {
    private static final long LONGEST = 30L * 24 * 60 * 60 * 1000;
    private static final String[] UNITS = {"ms", "s", "m", "h"};
    private static final long[] LENGTHS = {1, 1000, 60_000, 3_600_000};

    public TimeLimit {
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("a time limit is longer than nothing");
        }
    }

    /// Reads the spelling; empty when it is none, is zero, or is longer than thirty days.
    public static Optional<TimeLimit> parse(String text) {
        long total = 0;
        int at = 0;
        int smallestUnit = UNITS.length;
        while (at < text.length()) {
            int digits = at;
            while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
                digits++;
            }
            int end = digits;
            while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
                end++;
            }
            int unit = unit(text.substring(digits, end));
            if (digits == at || digits - at > 9 || unit < 0 || unit >= smallestUnit) {
                return Optional.empty();
            }
            smallestUnit = unit;
            total += Long.parseLong(text, at, digits, 10) * LENGTHS[unit];
            at = end;
        }
        return total <= 0 || total > LONGEST ? Optional.empty() : Optional.of(new TimeLimit(total, text));
    }

    private static int unit(String text) {
        for (int index = 0; index < UNITS.length; index++) {
            if (UNITS[index].equals(text)) {
                return index;
            }
        }
        return -1;
    }
}
