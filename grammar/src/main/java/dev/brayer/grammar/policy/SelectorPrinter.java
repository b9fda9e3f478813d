package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import java.util.Set;

/// Writes selectors.
final class SelectorPrinter {
    /// Words that mean something in a selector, so that a group with one of them needs quotes.
    private static final Set<String> WORDS =
            Set.of(
                    "and",
                    "or",
                    "in",
                    "true",
                    "false",
                    "null",
                    "import",
                    "from",
                    "var",
                    "param",
                    "def",
                    "of",
                    "rule",
                    "ensure",
                    "warn",
                    "signoff",
                    "on",
                    "removed",
                    "workload",
                    "any",
                    "where",
                    "test",
                    "with",
                    "before",
                    "passes",
                    "skips",
                    "fails",
                    "at",
                    "every",
                    "no",
                    "not",
                    "default",
                    "exists",
                    "matches",
                    "console");

    private SelectorPrinter() {}

    static String print(Selector selector, int column) {
        StringBuilder text = new StringBuilder(selector.removed() ? "on removed " : "on ");
        for (int index = 0; index < selector.targets().size(); index++) {
            text.append(index == 0 ? "" : ", ").append(target(selector.targets().get(index)));
        }
        if (selector.condition() != null) {
            text.append(" where ");
            text.append(
                    ExpressionPrinter.print(
                            selector.condition(), ExpressionPrinter.STEP, column + text.length()));
        }
        return text.toString();
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.Workload _ -> "workload";
            case Target.Any _ -> "any";
            case Target.Kind kind ->
                    kind.apiVersion() == null
                            ? kind.kind().text()
                            : version(kind.apiVersion()) + " " + kind.kind();
        };
    }

    private static String version(Name version) {
        return isPlain(version.text()) ? version.text() : "\"" + version.text() + "\"";
    }

    /// Whether a group and version can stand without quotes: letters first, no comment signs, no
    /// words of the language.
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isWordPart(text.charAt(0)) || text.contains("//")) {
            return false;
        }
        int start = 0;
        for (int index = 0; index <= text.length(); index++) {
            boolean end = index == text.length() || !isWordPart(text.charAt(index));
            if (end) {
                if (WORDS.contains(text.substring(start, index))) {
                    return false;
                }
                start = index + 1;
            }
            if (end && index < text.length() && ".-/".indexOf(text.charAt(index)) < 0) {
                return false;
            }
        }
        return !Character.isDigit(text.charAt(0)) || startsWithUnit(text);
    }

    /// `3scale.net`: digits with letters right behind them.
    private static boolean startsWithUnit(String text) {
        int index = 0;
        while (index < text.length() && Character.isDigit(text.charAt(index))) {
            index++;
        }
        return index < text.length() && isWordPart(text.charAt(index));
    }

    private static boolean isWordPart(char character) {
        return character == '_'
                || (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }
}
