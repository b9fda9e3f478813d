package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.text.Span;
import java.util.List;

/// `&`, `&&`, `|` and `||` for `and` and `or`.
final class ConnectiveSigns extends Lint {
    ConnectiveSigns() {
        super(
                "lint-connective-sign",
                "rule Probes ensure on Pod { every c in spec.containers : (c.livenessProbe exists && c.readinessProbe exists) }",
                "rule Probes ensure on Pod { every c in spec.containers : (c.livenessProbe exists and c.readinessProbe exists) }",
                "A rule reads aloud. The signs mean the same as the words; `&&` and `||` were a syntax error in Copper 1.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            switch (occurrence.expression()) {
                case Expression.And and -> look(file, and.parts(), '&', "and");
                case Expression.Or or -> look(file, or.alternatives(), '|', "or");
                default -> {}
            }
        }
    }

    private void look(LintedFile file, List<Expression> parts, char sign, String word) {
        String text = file.source().text();
        for (int index = 0; index + 1 < parts.size(); index++) {
            int start = parts.get(index).span().end();
            int end = parts.get(index + 1).span().start();
            while (start < end && (text.charAt(start) != sign || file.isInComment(start))) {
                start++;
            }
            if (start == end) {
                continue;
            }
            int behind = start + 1 < end && text.charAt(start + 1) == sign ? start + 2 : start + 1;
            String before = isBlank(text.charAt(start - 1)) ? "" : " ";
            String after = isBlank(text.charAt(behind)) ? "" : " ";
            Span span = new Span(start, behind);
            file.remark(
                    this,
                    span,
                    "`" + text.substring(start, behind) + "` is `" + word + "`",
                    "write `" + word + "`",
                    new Edit(span, before + word + after));
        }
    }

    private static boolean isBlank(char character) {
        return character <= ' ';
    }
}
