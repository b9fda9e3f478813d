package dev.brayer.cli;

import java.util.List;

/// Small pieces of English.
final class Words {
    private Words() {}

    /// `1 file`, `3 files`.
    static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    /// `a`, `b` or `c`, each in backquotes.
    static String oneOf(List<String> choices) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < choices.size(); index++) {
            if (index > 0) {
                text.append(index == choices.size() - 1 ? " or " : ", ");
            }
            text.append('`').append(choices.get(index)).append('`');
        }
        return text.toString();
    }
}
