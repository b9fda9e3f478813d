package dev.brayer.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a policy is called: as a folder, and as a rule.
///
/// @param folder such as `no-latest`
/// @param rule such as `NoLatest`
record PolicyName(String folder, String rule) {
    private static final int LONGEST = 60;

    /// Reads `no-latest`, `no_latest` or `NoLatest`; `null` for anything else.
    static @Nullable PolicyName of(String written) {
        if (written.isEmpty() || written.length() > LONGEST || !isLetter(written.charAt(0))) {
            return null;
        }
        StringBuilder folder = new StringBuilder();
        StringBuilder rule = new StringBuilder();
        boolean begins = true;
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character == '-' || character == '_') {
                if (begins || index == written.length() - 1) {
                    return null;
                }
                begins = true;
                continue;
            }
            if (!isLetter(character) && !isDigit(character)) {
                return null;
            }
            boolean capital = character >= 'A' && character <= 'Z';
            boolean afterSmall =
                    index > 0 && !begins && !isCapital(written.charAt(index - 1)) && capital;
            if ((begins && index > 0) || afterSmall) {
                folder.append('-');
            }
            folder.append(Character.toLowerCase(character));
            rule.append(begins ? Character.toUpperCase(character) : character);
            begins = false;
        }
        return new PolicyName(folder.toString().toLowerCase(Locale.ROOT), rule.toString());
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || isCapital(character);
    }

    private static boolean isCapital(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
