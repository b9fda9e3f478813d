package dev.brayer.cli;

import java.util.List;

/// Small pieces of English.
final class Words {
    private Words() {}

    /// `1 file`, `3 files`.
    static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    /// `1 retry`, `3 retries`.
    static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /// `350 ms`, `1.2 s`, `3 min 5 s`.
    static String duration(long milliseconds) {
        if (milliseconds < 1_000) {
            return milliseconds + " ms";
        }
        long tenths = milliseconds / 100;
        if (tenths < 600) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = milliseconds / 1_000;
        return seconds / 60 + " min " + seconds % 60 + " s";
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
