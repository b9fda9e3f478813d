package dev.brayer.cli;

import dev.brayer.policy.trace.Carried;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.policy.trace.Shown;
import dev.brayer.policy.value.Truth;
import dev.brayer.text.Excerpt;
import java.util.List;

/// What an expression gave, as people read it.
final class AnswerText {
    private final Paint paint;
    private final StringBuilder text = new StringBuilder();

    private AnswerText(Paint paint) {
        this.paint = paint;
    }

    /// @param several whether to say of which document each answer is
    static String of(List<RuleTrace.Answer> answers, boolean several, Paint paint) {
        AnswerText text = new AnswerText(paint);
        for (RuleTrace.Answer answer : answers) {
            if (several) {
                text.heading(answer);
            }
            text.append(answer);
        }
        return text.text.toString();
    }

    static String word(Truth truth, Paint paint) {
        return switch (truth) {
            case HOLDS -> paint.green("holds");
            case FAILS -> paint.red("fails");
            case OPEN -> paint.yellow("open");
        };
    }

    private void heading(RuleTrace.Answer answer) {
        text.append(text.isEmpty() ? "" : "\n")
                .append(paint.bold(answer.document().identity().toString()))
                .append(", ")
                .append(answer.document().root().place().written())
                .append('\n');
    }

    private void append(RuleTrace.Answer answer) {
        String limit = answer.limit();
        if (limit != null) {
            text.append(paint.yellow("given up: ")).append(limit).append('\n');
            return;
        }
        Truth truth = answer.truth();
        if (truth == null) {
            append(answer.value());
            return;
        }
        text.append(word(truth, paint)).append('\n');
        if (truth == Truth.HOLDS) {
            nodes(answer.value().carried());
        }
        for (RuleTrace.Reason reason : answer.reasons()) {
            text.append("  ").append(reason.message()).append('\n');
            node(reason.at());
        }
    }

    private void append(Shown value) {
        text.append(value.text()).append(paint.faint("   " + value.type()));
        if (value.elements().isEmpty()) {
            text.append('\n');
            nodes(value.carried());
            return;
        }
        text.append(paint.faint(", " + Words.count(value.elements().size(), "element")))
                .append('\n');
        for (Shown element : value.elements()) {
            text.append("  ").append(element.text());
            if (element.carried().size() == 1) {
                Carried node = element.carried().getFirst();
                text.append(paint.faint("   " + node.place().written() + "   " + node.path()));
            }
            text.append('\n');
        }
    }

    private void nodes(List<Carried> nodes) {
        for (Carried node : nodes) {
            node(node);
        }
    }

    private void node(Carried node) {
        text.append("  ")
                .append(node.place().written())
                .append(paint.faint("   " + node.path()))
                .append('\n')
                .append(Excerpt.of(node.place().written()));
    }
}
