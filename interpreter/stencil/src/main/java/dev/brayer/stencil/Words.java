package dev.brayer.stencil;

/// What a word is.
final class Words {
    private Words() {}

    /// Whether the text is a letter or `_`, followed by letters, digits, `_` and `-`.
    static boolean isWord(String text) {
        if (text.isEmpty() || !isFirst(text.charAt(0))) {
            return false;
        }
        for (int index = 1; index < text.length(); index++) {
            char character = text.charAt(index);
            if (!isFirst(character) && !(character >= '0' && character <= '9') && character != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirst(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }
}
