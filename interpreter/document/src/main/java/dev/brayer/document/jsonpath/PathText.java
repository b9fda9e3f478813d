package dev.brayer.document.jsonpath;

import org.jspecify.annotations.Nullable;

/// The text of a path and a position in it.
final class PathText {
    private final String text;
    private final int prefix;
    private int at;

    /// @param prefix how many characters at the beginning the user did not write
    PathText(String text, int prefix) {
        this.text = text;
        this.prefix = prefix;
    }

    /// Ends parsing; carries what is wrong.
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int start;
        private final int end;
        private final String problem;
        private final @Nullable String hint;

        private Wrong(int start, int end, String problem, @Nullable String hint) {
            super(problem, null, false, false);
            this.start = start;
            this.end = end;
            this.problem = problem;
            this.hint = hint;
        }

        JsonPath.Rejected rejected(int length) {
            int from = Math.clamp(start, 0, length);
            return new JsonPath.Rejected(from, Math.clamp(end, from, length), problem, hint);
        }
    }

    String text() {
        return text;
    }

    int at() {
        return at;
    }

    void backTo(int offset) {
        at = offset;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /// The character here, 0 at the end.
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    void next() {
        at++;
    }

    boolean take(char character) {
        if (peek() == character && !atEnd()) {
            at++;
            return true;
        }
        return false;
    }

    boolean take(String token) {
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    static boolean isNameCharacter(char character, boolean first) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character >= 0x80
                || (!first && character >= '0' && character <= '9');
    }

    Wrong unexpected(String expected) {
        if (atEnd()) {
            return new Wrong(
                    at - prefix,
                    at - prefix,
                    "the path ends where " + expected + " is expected",
                    null);
        }
        int length = Character.charCount(text.codePointAt(at));
        String found = text.substring(at, at + length);
        String shown = found.isBlank() ? "a blank" : "`" + found + "`";
        return new Wrong(
                at - prefix,
                at - prefix + length,
                shown + " stands where " + expected + " is expected",
                null);
    }

    Wrong wrong(int start, int end, String problem) {
        return wrong(start, end, problem, null);
    }

    Wrong wrong(int start, int end, String problem, @Nullable String hint) {
        return new Wrong(start - prefix, end - prefix, problem, hint);
    }

    /// A quoted string with the escapes of JSON, and `\'` in single quotes.
    String quoted() {
        int open = at;
        char quote = peek();
        next();
        StringBuilder value = new StringBuilder();
        while (true) {
            if (atEnd()) {
                throw wrong(open, open + 1, "this quote is never closed");
            }
            char character = peek();
            if (character == quote) {
                next();
                return value.toString();
            }
            if (character < ' ') {
                throw wrong(at, at + 1, "a control character must be written as an escape");
            }
            next();
            if (character == '\\') {
                escape(quote, value);
            } else {
                value.append(character);
                requireWholePair(character);
            }
        }
    }

    private void requireWholePair(char character) {
        if (Character.isHighSurrogate(character) && Character.isLowSurrogate(peek())) {
            // The other half comes next and is appended by the loop.
            return;
        }
        boolean second =
                Character.isLowSurrogate(character)
                        && at >= 2
                        && Character.isHighSurrogate(text.charAt(at - 2));
        if (Character.isSurrogate(character) && !second) {
            throw wrong(at - 1, at, "half a character stands here");
        }
    }

    private void escape(char quote, StringBuilder value) {
        int start = at - 1;
        char character = peek();
        next();
        switch (character) {
            case 'b' -> value.append('\b');
            case 't' -> value.append('\t');
            case 'n' -> value.append('\n');
            case 'f' -> value.append('\f');
            case 'r' -> value.append('\r');
            case '/' -> value.append('/');
            case '\\' -> value.append('\\');
            case 'u' -> unicode(start, value);
            default -> {
                if (character != quote) {
                    int end = Math.min(start + 2, text.length());
                    throw wrong(start, end, "`" + text.substring(start, end) + "` is no escape");
                }
                value.append(quote);
            }
        }
    }

    private void unicode(int start, StringBuilder value) {
        char first = fourDigits(start);
        value.append(first);
        if (Character.isHighSurrogate(first) && take("\\u")) {
            char second = fourDigits(start);
            if (Character.isLowSurrogate(second)) {
                value.append(second);
                return;
            }
        }
        if (Character.isSurrogate(first)) {
            throw wrong(start, Math.min(at, text.length()), "this escape is half a character");
        }
    }

    private char fourDigits(int start) {
        int value = 0;
        for (int count = 0; count < 4; count++) {
            char character = peek();
            int digit = character < 0x80 ? Character.digit(character, 16) : -1;
            if (digit < 0) {
                throw wrong(start, at, "`\\u` takes four hexadecimal digits");
            }
            value = value * 16 + digit;
            next();
        }
        return (char) value;
    }
}
