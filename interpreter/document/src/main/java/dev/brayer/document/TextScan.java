package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One look at every character before the YAML engine sees them: it would stop at the first
/// forbidden one and hide all documents before and behind it.
final class TextScan {
    private static final int CHUNK = 1024;

    private final String text;
    private final boolean surrogates;

    private TextScan(String text, boolean surrogates) {
        this.text = text;
        this.surrogates = surrogates;
    }

    /// The text that the engine may read: the same length, forbidden characters as spaces.
    String text() {
        return text;
    }

    /// Whether some characters take two UTF-16 units.
    boolean surrogates() {
        return surrogates;
    }

    /// @param text the text of the source or a masked form of it
    static TextScan of(Source source, String text, int mostErrors, Diagnostics diagnostics) {
        if (isPlain(text)) {
            return new TextScan(text, false);
        }
        boolean surrogates = false;
        boolean json = looksLikeJson(text);
        char @Nullable [] repaired = null;
        int errors = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if ((character >= ' ' && character <= '~') || character == '\n') {
                continue;
            }
            if (Character.isHighSurrogate(character)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                surrogates = true;
                at++;
                continue;
            }
            boolean forbidden = isForbidden(character) && !(json && character == 0x7F);
            if (!forbidden && (json || !isLineBreakToKubectl(character))) {
                continue;
            }
            if (errors++ < mostErrors) {
                diagnostics.add(complaint(source, at, character, forbidden));
            }
            if (forbidden) {
                repaired = repaired == null ? text.toCharArray() : repaired;
                repaired[at] = ' ';
            }
        }
        return new TextScan(repaired == null ? text : new String(repaired), surrogates);
    }

    /// Whether a text has nothing but visible ASCII and line ends, as nearly all have. Without a
    /// branch for each character this is many times as fast as the whole look.
    private static boolean isPlain(String text) {
        char[] some = new char[Math.min(text.length(), CHUNK)];
        for (int from = 0; from < text.length(); from += CHUNK) {
            int count = Math.min(text.length() - from, CHUNK);
            text.getChars(from, from + count, some, 0);
            int outside = 0;
            for (int at = 0; at < count; at++) {
                int character = some[at];
                // Negative below a blank, unless it is a line end, and above `~`.
                int lineEnd = ('\n' - character) | (character - '\n');
                outside |= ((character - ' ') & lineEnd) | ('~' - character);
            }
            if (outside < 0) {
                return false;
            }
        }
        return true;
    }

    /// Control characters, halves of pairs, and what Unicode says is no character.
    private static boolean isForbidden(char character) {
        if (character < 0xA0) {
            return character != '\t' && character != '\r' && character != 0x85;
        }
        return Character.isSurrogate(character) || character >= 0xFFFE;
    }

    private static boolean isLineBreakToKubectl(char character) {
        return character == 0x85 || character == 0x2028 || character == 0x2029;
    }

    /// A file that begins with `{` is read as JSON by kubectl, where only `\n` and `\r` end a line.
    static boolean looksLikeJson(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{';
    }

    private static Diagnostic complaint(Source source, int at, char character, boolean forbidden) {
        String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        String name = "U+" + "0".repeat(4 - digits.length()) + digits;
        String message =
                forbidden
                        ? "the control character " + name + " may not stand in YAML"
                        : "the character "
                                + name
                                + " is a line break to kubectl and looks like none";
        if (Character.isSurrogate(character)) {
            message = "half a character (" + name + ") stands here";
        }
        return Diagnostic.error(DocumentCode.CHARACTER, source.place(at, at + 1), message)
                .withHint("remove it, or write it as an escape in a double-quoted string");
    }
}
