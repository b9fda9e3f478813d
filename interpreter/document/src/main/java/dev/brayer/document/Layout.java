package dev.brayer.document;

/// What the parser's events do not tell about the text between them.
final class Layout {
    private Layout() {}

    /// Where a value begins behind its anchor, its tag, blanks and comments.
    static int contentStart(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '&' || character == '!') {
                while (at < text.length()
                        && text.charAt(at) > ' '
                        && ",[]{}".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            } else if (character == '#') {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 ? text.length() : lineEnd;
            } else if (character <= ' ') {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /// The end of a block scalar's last line with content, before its line end.
    static int withoutBlankLines(String text, int start, int end) {
        int kept = end;
        int at = end;
        while (at > start && text.charAt(at - 1) <= ' ') {
            at--;
            char character = text.charAt(at);
            if (character == '\n' || character == '\r') {
                kept = at;
            }
        }
        return kept;
    }

    /// libyaml ends an anchor's name at the first other character and reads the rest as the value.
    static boolean isAnchorName(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean word =
                    (character >= '0' && character <= '9')
                            || (character >= 'A' && character <= 'Z')
                            || (character >= 'a' && character <= 'z')
                            || character == '_'
                            || character == '-';
            if (!word) {
                return false;
            }
        }
        return true;
    }
}
