package dev.brayer.grammar.policy;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.Locale;

/// Finds the characters that make a policy read differently from what it does.
final class HiddenCharacters {
    /// A binary file would have thousands.
    private static final int MOST_REPORTED = 10;

    private HiddenCharacters() {}

    static void report(Source source, Diagnostics diagnostics) {
        String text = source.text();
        int reported = 0;
        for (int offset = 0; offset < text.length() && reported < MOST_REPORTED; offset++) {
            char character = text.charAt(offset);
            if (isHidden(character)) {
                int end = offset + 1;
                while (end < text.length() && isHidden(text.charAt(end))) {
                    end++;
                }
                String what =
                        Character.isISOControl(character)
                                ? "control character"
                                : "bidirectional control";
                String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
                String name = "U+" + "0".repeat(4 - digits.length()) + digits;
                diagnostics.add(
                        Diagnostic.error(
                                        PolicySyntaxCode.HIDDEN_CHARACTER,
                                        source.place(offset, end),
                                        "a policy may not contain the " + what + " " + name)
                                .withHint(
                                        "remove it; nobody can see it, and it changes how the line reads"));
                reported++;
                offset = end;
            }
        }
    }

    static boolean isHidden(char character) {
        if (character < 0x80) {
            return (character < ' ' && character != '\t' && character != '\n' && character != '\r')
                    || character == 0x7f;
        }
        return character < 0xa0
                || character == '\u061c'
                || character == '\u200e'
                || character == '\u200f'
                || (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
