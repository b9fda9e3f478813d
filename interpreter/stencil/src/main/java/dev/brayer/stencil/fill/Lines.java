package dev.brayer.stencil.fill;

/// Lines and blanks of a text, by offsets.
public final class Lines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Lines() {}

    static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /// Where the line of an offset starts; a byte order mark is no part of it.
    static int start(String text, int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at == 0 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK && offset > 0
                ? 1
                : at;
    }

    /// Where the line of an offset ends, before its line break.
    public static int end(String text, int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where the line behind the one of an offset starts, or the text's end.
    static int next(String text, int offset) {
        int at = end(text, offset);
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return at;
    }

    public static int column(String text, int offset) {
        return offset - start(text, offset);
    }

    /// Whether only blanks stand before an offset in its line.
    static boolean startsLine(String text, int offset) {
        return isBlank(text, start(text, offset), offset);
    }

    /// Whether the range has only spaces and tabs.
    public static boolean isBlank(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!isBlank(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /// Whether the range has only spaces, tabs and line breaks.
    static boolean isEmpty(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!isBlank(text.charAt(at)) && !isBreak(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /// The next offset, from one that is not within a scalar, at which neither a blank nor a
    /// comment stands.
    public static int skip(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (isBlank(character) || isBreak(character) || character == BYTE_ORDER_MARK) {
                at++;
            } else if (character == '#'
                    && (at == 0 || isBlank(text.charAt(at - 1)) || isBreak(text.charAt(at - 1)))) {
                at = end(text, at);
            } else {
                return at;
            }
        }
        return at;
    }

    /// Whether a comment stands in a range that has only blanks, comments and commas.
    static boolean hasComment(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '#') {
                return true;
            }
        }
        return false;
    }

    /// Whether readers take the file for JSON: it begins with a brace.
    public static boolean isJson(String text) {
        int at = 0;
        while (at < text.length()
                && (text.charAt(at) <= ' ' || text.charAt(at) == BYTE_ORDER_MARK)) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{';
    }

    /// The line break that the text uses around an offset.
    public static String breakAt(String text, int offset) {
        int at = end(text, offset);
        if (at >= text.length()) {
            at = text.indexOf('\n');
            return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
        }
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n'
                ? "\r\n"
                : "\n";
    }
}
