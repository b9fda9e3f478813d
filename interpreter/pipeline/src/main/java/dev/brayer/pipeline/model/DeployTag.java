package dev.brayer.pipeline.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The name of one run, on every image and object that it brings out:
/// `20261123-091432-417-1f2e3d4-k7x2`.
///
/// Date and time (UTC, to the millisecond) come first, so names sort by time; then the commit; then
/// four random characters, so that two runs in one millisecond differ. It is a valid image tag and
/// a valid label value.
public record DeployTag(String text) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int RANDOM_LENGTH = 4;
    private static final int COMMIT_LENGTH = 7;

    /// Stands for the commit where there is none.
    private static final String NO_COMMIT = "nocommit";

    /// @param commit the full name of the commit, `null` outside git
    public static DeployTag create(
            long epochMilliseconds, @Nullable String commit, RandomGenerator random) {
        ZonedDateTime time = Instant.ofEpochMilli(epochMilliseconds).atZone(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(40);
        digits(text, time.getYear(), 4);
        digits(text, time.getMonthValue(), 2);
        digits(text, time.getDayOfMonth(), 2);
        text.append('-');
        digits(text, time.getHour(), 2);
        digits(text, time.getMinute(), 2);
        digits(text, time.getSecond(), 2);
        text.append('-');
        digits(text, (int) Math.floorMod(epochMilliseconds, 1000L), 3);
        text.append('-').append(commit == null ? NO_COMMIT : commit.substring(0, COMMIT_LENGTH));
        text.append('-');
        for (int at = 0; at < RANDOM_LENGTH; at++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new DeployTag(text.toString());
    }

    /// Whether a text has the form of one: a registry may hold tags that others gave.
    public static boolean isDeployTag(String text) {
        String form = "00000000-000000-000-";
        if (text.length() <= form.length()) {
            return false;
        }
        for (int at = 0; at < form.length(); at++) {
            char character = text.charAt(at);
            boolean fits =
                    form.charAt(at) == '-'
                            ? character == '-'
                            : character >= '0' && character <= '9';
            if (!fits) {
                return false;
            }
        }
        return text.indexOf('-', form.length()) > 0;
    }

    private static void digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        for (int missing = digits.length(); missing < width; missing++) {
            text.append('0');
        }
        text.append(digits);
    }

    @Override
    public String toString() {
        return text;
    }
}
