package dev.brayer.cli;

import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A report as people read it: the line with a caret, where the value came from, what to do.
final class TextReport {
    private static final String INDENT = "      = ";

    /// How many places of a finding are shown beside its own.
    private static final int MOST_RELATED = 4;

    private final Paint paint;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Paint paint) {
        this.paint = paint;
    }

    /// An error or a warning, for standard error.
    static String of(Diagnostic diagnostic, Paint paint) {
        TextReport report = new TextReport(paint);
        report.append(diagnostic);
        return report.text.toString();
    }

    /// The findings and the summaries, for standard output.
    static String of(List<Report.Judgement> judgements, Paint paint) {
        TextReport report = new TextReport(paint);
        report.appendFindings(judgements);
        for (Report.Judgement judgement : judgements) {
            report.appendSummary(judgement);
        }
        return report.text.toString();
    }

    private void append(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        if (place != null) {
            text.append(place.written()).append(": ");
        }
        text.append(
                        switch (diagnostic.severity()) {
                            case ERROR -> paint.red("error: ");
                            case WARNING -> paint.yellow("warning: ");
                            case HINT -> paint.cyan("hint: ");
                        })
                .append(diagnostic.message())
                .append(paint.faint(" [" + diagnostic.code().id() + "]"))
                .append('\n');
        if (place != null) {
            appendExcerpts(place);
        }
        for (Diagnostic.Related related : diagnostic.related()) {
            Place at = related.place().written();
            text.append(INDENT).append(at).append(": ").append(related.message()).append('\n');
            text.append(Excerpt.of(at));
        }
        String hint = diagnostic.hint();
        if (hint != null) {
            text.append(INDENT).append(paint.cyan("hint: ")).append(hint).append('\n');
        }
    }

    /// The same finding in several formations is shown once.
    private void appendFindings(List<Report.Judgement> judgements) {
        Map<String, List<String>> formations = new LinkedHashMap<>();
        for (Report.Judgement judgement : judgements) {
            String formation = judgement.formation();
            for (Finding finding : judgement.verdict().findings()) {
                List<String> found =
                        formations.computeIfAbsent(shown(finding), shown -> new ArrayList<>());
                if (formation != null && !found.contains(formation)) {
                    found.add(formation);
                }
            }
        }
        for (Map.Entry<String, List<String>> entry : formations.entrySet()) {
            text.append(entry.getKey());
            List<String> found = entry.getValue();
            if (!found.isEmpty()) {
                text.append(INDENT)
                        .append(found.size() == 1 ? "formation " : "formations ")
                        .append(String.join(", ", found))
                        .append('\n');
            }
            text.append('\n');
        }
    }

    private String shown(Finding finding) {
        TextReport report = new TextReport(paint);
        report.append(finding);
        return report.text.toString();
    }

    private void append(Finding finding) {
        text.append(finding.place().written())
                .append(": ")
                .append(
                        switch (finding.action()) {
                            case ENSURE -> paint.red("failed ");
                            case WARN -> paint.yellow("warned ");
                            case SIGNOFF -> paint.yellow("needs a sign-off ");
                        })
                .append(paint.bold(finding.rule()))
                .append(": ")
                .append(finding.message())
                .append('\n');
        appendExcerpts(finding.place());
        if (finding.detail() != null) {
            text.append(INDENT).append("not judged: ").append(finding.detail()).append('\n');
        }
        List<Finding.Related> all = finding.related();
        List<Finding.Related> shown = all.subList(0, Math.min(all.size(), MOST_RELATED));
        for (Finding.Related related : shown) {
            Place at = related.place().written();
            text.append(INDENT).append(at).append(": ").append(related.path()).append('\n');
            appendExcerpts(related.place());
        }
        if (shown.size() < all.size()) {
            text.append(INDENT)
                    .append("and ")
                    .append(all.size() - shown.size())
                    .append(" more, which `--format json` lists\n");
        }
        text.append(INDENT).append(finding.resource()).append(", ").append(finding.path());
        if (finding.side() == Finding.Side.BEFORE) {
            text.append(" (as it was before)");
        }
        text.append('\n').append(INDENT).append("rule in ").append(finding.declared()).append('\n');
    }

    /// The line in the file that a person wrote, and the lines that gave the words in it their
    /// values.
    private void appendExcerpts(Place place) {
        text.append(Excerpt.of(place.written()));
        for (Origin origin : place.origins()) {
            text.append(INDENT)
                    .append('`')
                    .append(origin.word())
                    .append("` comes from ")
                    .append(origin.place())
                    .append('\n')
                    .append(Excerpt.of(origin.place()));
        }
    }

    /// A set is written for all kinds of objects, and hardly ever are all there: one line is
    /// enough.
    private void appendUnmatched(List<String> rules) {
        text.append(StandardLibrary.ROOT)
                .append(": ")
                .append(paint.yellow("judged nothing: "))
                .append(String.join(", ", rules))
                .append(": nothing here is of their concern\n");
    }

    private void appendSummary(Report.Judgement judgement) {
        Summary summary = judgement.verdict().summary();
        List<String> ofLibrary = new ArrayList<>();
        for (Summary.Unmatched unmatched : summary.unmatched()) {
            if (StandardLibrary.has(unmatched.declared().source().name())) {
                ofLibrary.add(unmatched.rule());
                continue;
            }
            text.append(unmatched.declared())
                    .append(": ")
                    .append(paint.yellow("judged nothing: "))
                    .append(unmatched.rule())
                    .append(": ")
                    .append(unmatched.reason().sentence())
                    .append('\n');
        }
        if (!ofLibrary.isEmpty()) {
            appendUnmatched(ofLibrary);
        }
        appendUndecided(summary.undecided());
        String formation = judgement.formation();
        if (formation != null) {
            text.append(paint.bold(formation)).append(": ");
        }
        text.append(Words.count(summary.files(), "file"))
                .append(", ")
                .append(Words.count(summary.documents(), "document"))
                .append(", ")
                .append(Words.count(summary.rules(), "rule"))
                .append(": ")
                .append(paint.green(summary.passed() + " passed"));
        text.append(summary.failed() > 0 ? ", " + paint.red(summary.failed() + " failed") : "");
        text.append(summary.warned() > 0 ? ", " + paint.yellow(summary.warned() + " warned") : "");
        text.append(
                summary.signoffs() > 0
                        ? ", " + paint.yellow(summary.signoffs() + " to be signed off")
                        : "");
        text.append('\n');
    }

    /// A word stands in many places and many rules look at it; one line for each word says enough.
    private void appendUndecided(List<Summary.Undecided> undecided) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (Summary.Undecided one : undecided) {
            String said = "`" + one.word() + "` " + one.cause().sentence();
            List<String> known = rules.computeIfAbsent(said, word -> new ArrayList<>());
            if (!known.contains(one.rule())) {
                known.add(one.rule());
            }
        }
        for (Map.Entry<String, List<String>> entry : rules.entrySet()) {
            text.append(paint.yellow("undecided: "))
                    .append(entry.getKey())
                    .append(", which matters to ")
                    .append(String.join(", ", entry.getValue()))
                    .append('\n');
        }
    }
}
