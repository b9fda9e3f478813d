package dev.brayer.cli;

import dev.brayer.policy.trace.Carried;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.policy.trace.Shown;
import dev.brayer.policy.trace.Step;
import dev.brayer.policy.value.Truth;
import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// A rule on a document, as an indented tree: what each expression gave, with a mark where that
/// decided.
final class TraceText {
    private static final int LONGEST = 80;
    private static final String UNDECIDED = "       ";

    private final Paint paint;
    private final StringBuilder text = new StringBuilder();

    private TraceText(Paint paint) {
        this.paint = paint;
    }

    /// @param formation of which rendered file the document is, or `null`
    static String of(String rule, RuleTrace trace, @Nullable String formation, Paint paint) {
        TraceText text = new TraceText(paint);
        text.append(rule, trace, formation);
        return text.text.toString();
    }

    private void append(String rule, RuleTrace trace, @Nullable String formation) {
        Place place = trace.document().root().place().written();
        text.append(paint.bold(trace.document().identity().toString()))
                .append(", ")
                .append(place)
                .append(formation == null ? "" : ", formation " + formation)
                .append(": ")
                .append(paint.bold(rule))
                .append(' ')
                .append(outcome(trace))
                .append('\n');
        Step filter = trace.filter();
        if (filter != null) {
            text.append(paint.faint("  where")).append('\n');
            append(filter, 0);
        }
        Step condition = trace.condition();
        if (condition != null) {
            if (filter != null) {
                text.append(paint.faint("  condition")).append('\n');
            }
            append(condition, 0);
        }
    }

    private String outcome(RuleTrace trace) {
        Truth truth = trace.truth();
        if (trace.limit() != null) {
            return paint.yellow("was given up: ") + trace.limit();
        }
        if (!trace.selected()) {
            return trace.filter() == null
                    ? "does not judge it: no previous version is known"
                    : "does not judge it";
        }
        return truth == null ? "" : AnswerText.word(truth, paint);
    }

    private void append(Step step, int depth) {
        switch (step) {
            case Step.Judged(Place written, Truth truth, boolean decisive, _) ->
                    line(
                            truth(truth, isWitness(step, decisive)),
                            depth,
                            oneLine(written.text()),
                            null);
            case Step.Valued(Place written, Shown value, _) ->
                    line(UNDECIDED + "  ", depth, oneLine(written.text()) + " = ", value);
            case Step.Element(String names, Shown value, Truth truth, boolean decisive, _) ->
                    line(
                            truth == null
                                    ? paint.faint("  left out")
                                    : truth(truth, isWitness(step, decisive)),
                            depth,
                            names + " = ",
                            value);
            case Step.LeftOut(int count) ->
                    line(UNDECIDED + "  ", depth, "… and " + count + " more", null);
        }
        for (Step inner : step.steps()) {
            append(inner, depth + 1);
        }
    }

    /// Whether the decision was made here and not further inside.
    private static boolean isWitness(Step step, boolean decisive) {
        for (Step inner : step.steps()) {
            boolean deeper =
                    switch (inner) {
                        case Step.Judged judged -> judged.decisive();
                        case Step.Element element -> element.decisive();
                        case Step.Valued _, Step.LeftOut _ -> false;
                    };
            if (deeper) {
                return false;
            }
        }
        return decisive;
    }

    private String truth(Truth truth, boolean witness) {
        String word = AnswerText.word(truth, paint);
        return (witness ? paint.bold("> ") : "  ") + word + (truth == Truth.OPEN ? "   " : "  ");
    }

    private void line(String margin, int depth, String code, @Nullable Shown value) {
        text.append(margin).append("  ".repeat(depth)).append(code);
        if (value != null) {
            text.append(oneLine(value.text()));
            if (value.carried().size() == 1) {
                Carried node = value.carried().getFirst();
                text.append(paint.faint("   " + node.place().written()));
            }
        }
        text.append('\n');
    }

    private static String oneLine(String written) {
        StringBuilder line = new StringBuilder();
        boolean blank = false;
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character <= ' ') {
                blank = true;
                continue;
            }
            if (line.length() > LONGEST) {
                return line.append('…').toString();
            }
            line.append(blank && !line.isEmpty() ? " " : "").append(character);
            blank = false;
        }
        return line.toString();
    }
}
