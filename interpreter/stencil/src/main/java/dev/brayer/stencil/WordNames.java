package dev.brayer.stencil;

import java.util.List;

/// What a word may be called.
public final class WordNames {
    /// The words that every formation has without giving them.
    public static final List<String> SUPPLIED =
            List.of("formation", "application", "namespace", "registry", "deploy_tag", "snapshot");

    private WordNames() {}

    /// Whether the text is a letter or `_`, followed by letters, digits, `_` and `-`.
    public static boolean isWord(String text) {
        if (text.isEmpty() || !isFirst(text.charAt(0))) {
            return false;
        }
        for (int index = 1; index < text.length(); index++) {
            char character = text.charAt(index);
            if (!isFirst(character)
                    && !(character >= '0' && character <= '9')
                    && character != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirst(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_';
    }
}
