package dev.brayer.grammar.policy;

/// Finds lines that look like the beginning of an item in a text that could not be split into
/// tokens.
final class ItemStarts {
    private static final String[] WORDS = {"rule", "var", "param", "def", "import", "test"};

    private ItemStarts() {}

    /// The offset of the next line after `start` that begins an item, or -1.
    static int next(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char character = text.charAt(at);
            if (character == '\n' || character == '\r') {
                int word = skipSpaces(text, at + 1, end);
                if (beginsItem(text, word, end)) {
                    return word;
                }
            }
        }
        return -1;
    }

    /// The same for rules only, which nothing else looks like.
    static int nextRule(String text, int start, int end) {
        int at = next(text, start, end);
        while (at >= 0 && !text.startsWith("rule", at)) {
            at = next(text, at, end);
        }
        return at;
    }

    private static boolean beginsItem(String text, int at, int end) {
        for (String word : WORDS) {
            if (text.startsWith(word, at)) {
                int nameStart = skipSpaces(text, at + word.length(), end);
                int nameEnd = skipWord(text, nameStart, end);
                if (nameStart > at + word.length() && nameEnd > nameStart) {
                    return continues(word, text, skipSpaces(text, nameEnd, end), end);
                }
            }
        }
        return false;
    }

    /// Whether what follows the name is what the item needs there; prose and YAML hardly ever have
    /// it.
    private static boolean continues(String word, String text, int at, int end) {
        if (at >= end) {
            return false;
        }
        char character = text.charAt(at);
        return switch (word) {
            case "rule" ->
                    text.startsWith("ensure", at)
                            || text.startsWith("warn", at)
                            || text.startsWith("signoff", at);
            case "var" -> character == '=';
            case "param" -> character == '=' || character == ':';
            case "def" -> character == '(';
            case "import" -> character == ',' || text.startsWith("from", at);
            default -> character == '{';
        };
    }

    private static int skipSpaces(String text, int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int skipWord(String text, int from, int end) {
        int at = from;
        while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }
}
