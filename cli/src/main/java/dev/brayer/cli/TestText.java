package dev.brayer.cli;

import dev.brayer.policy.Finding;
import dev.brayer.policy.coverage.CoveragePoint;
import dev.brayer.policy.coverage.FileCoverage;
import dev.brayer.policy.coverage.Side;
import dev.brayer.policy.testing.CaseResult;
import dev.brayer.policy.testing.Difference;
import dev.brayer.policy.testing.Expected;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;

/// The results of tests as people read them: what was expected, what was found, and the lines of
/// both.
final class TestText {
    private static final String INDENT = "      = ";

    private final Paint paint;
    private final StringBuilder text = new StringBuilder();

    private TestText(Paint paint) {
        this.paint = paint;
    }

    static String of(TestReport report, Paint paint) {
        TestText made = new TestText(paint);
        for (SuiteResult suite : report.suites()) {
            for (CaseResult one : suite.cases()) {
                if (!one.passed() && !one.broken()) {
                    made.append(one);
                    made.text.append('\n');
                }
            }
        }
        List<FileCoverage> coverage = report.coverage();
        if (coverage != null && report.detailed()) {
            coverage.forEach(made::append);
        }
        made.appendSummary(report);
        return made.text.toString();
    }

    /// A case that failed.
    static String of(CaseResult one, Paint paint) {
        TestText made = new TestText(paint);
        made.append(one);
        return made.text.toString();
    }

    /// The first difference of a case that failed, on one line.
    static String headline(CaseResult one) {
        return switch (one.differences().getFirst()) {
            case Difference.Other(Expected expected, Finding found, _) ->
                    "expected "
                            + describe(expected)
                            + ", found "
                            + describe(found, expected.rule() != null);
            case Difference.NotFound(Expected expected) ->
                    "expected and not found: " + describe(expected);
            case Difference.NotExpected(Finding found) ->
                    "found and not expected: " + describe(found, isManifest(one.place()));
            case Difference.Judged(String rule) -> rule + " judges the input";
            case Difference.Skipped _ -> "the input is not judged";
            case Difference.Undecided(String rule, _, String word, _) ->
                    rule + " depends on ${" + word + "}, which has no value";
            case Difference.NothingFound() -> "a manifest in `bad/` gives no finding";
        };
    }

    /// The last line.
    static String summary(TestReport report, Paint paint) {
        TestText made = new TestText(paint);
        made.appendSummary(report);
        return made.text.toString();
    }

    private void append(CaseResult one) {
        text.append(one.place().written())
                .append(": ")
                .append(paint.red("failed "))
                .append(paint.bold(one.name()))
                .append('\n');
        for (Difference difference : one.differences()) {
            append(difference, one.place());
        }
    }

    private void append(Difference difference, Place test) {
        switch (difference) {
            case Difference.Other(Expected expected, Finding found, String hint) -> {
                text.append(Excerpt.of(expected.place()));
                line("expected: ", describe(expected));
                line(
                        "found:    ",
                        describe(found, expected.rule() != null) + elsewhere(found, test));
                text.append(Excerpt.of(found.place().written()));
                if (hint != null) {
                    line(paint.cyan("hint: "), hint);
                }
            }
            case Difference.NotFound(Expected expected) -> {
                text.append(Excerpt.of(expected.place()));
                line("expected and not found: ", describe(expected));
            }
            case Difference.NotExpected(Finding found) -> {
                boolean folder = isManifest(test);
                line("found and not expected: ", describe(found, folder) + elsewhere(found, test));
                text.append(Excerpt.of(found.place().written()));
                if (folder) {
                    line(
                            "to expect it, write above this line: ",
                            "# finding " + found.rule() + ": " + Expected.onOneLine(found));
                }
            }
            case Difference.Judged(String rule) -> {
                text.append(Excerpt.of(test.written()));
                line("expected: ", rule + " skips the input");
                line("found:    ", rule + " judges it");
            }
            case Difference.Skipped(var reason) -> {
                text.append(isManifest(test) ? "" : Excerpt.of(test.written()));
                line("expected: ", "the input is judged");
                line(
                        "found:    ",
                        reason == null
                                ? "no rule of the folder judges it"
                                : "the rule skips it: " + reason.sentence());
            }
            case Difference.Undecided(String rule, String path, String word, Place place) -> {
                line("undecided: ", rule + " at " + path + ": ${" + word + "} has no value");
                text.append(Excerpt.of(place.written()));
            }
            case Difference.NothingFound() -> {
                line("expected: ", "a manifest in `bad/` gives at least one finding");
                line("found:    ", "it gives none, and no comment says which one is missing");
            }
        }
    }

    /// Where a finding stands, unless that is the file of the test.
    private static String elsewhere(Finding found, Place test) {
        Place written = found.place().written();
        return written.source().name().equals(test.written().source().name()) ? "" : ", " + written;
    }

    /// Whether a case is a whole file, and not a part of a policy.
    private static boolean isManifest(Place test) {
        return !test.source().name().endsWith(".cop");
    }

    private void line(String label, String words) {
        text.append(INDENT).append(label).append(words).append('\n');
    }

    /// A finding as far as a test says something of it.
    static String describe(Expected expected) {
        List<String> parts = new ArrayList<>();
        if (expected.rule() != null) {
            parts.add(expected.rule());
        }
        if (expected.message() != null) {
            parts.add('"' + expected.message() + '"');
        }
        if (expected.path() != null) {
            parts.add("at " + expected.path());
        }
        if (expected.line() > 0) {
            parts.add("in line " + expected.line());
        }
        return String.join(" ", parts);
    }

    static String describe(Finding found, boolean folder) {
        String what = '"' + Expected.onOneLine(found) + "\" at " + Expected.path(found);
        return folder
                ? found.rule() + " " + what + " in line " + found.place().start().line()
                : what;
    }

    private void append(FileCoverage file) {
        if (file.points().isEmpty()) {
            return;
        }
        Place unreached = null;
        for (CoveragePoint point : file.points()) {
            boolean within = unreached != null && isWithin(point, unreached);
            if (point.seen().isEmpty() && !within) {
                unreached = point.whole();
            }
            if (!point.missing().isEmpty() && !within) {
                text.append(point.place())
                        .append(": ")
                        .append(paint.yellow("not exercised: "))
                        .append(gap(point))
                        .append('\n')
                        .append(Excerpt.of(point.place()));
            }
        }
        text.append(file.file())
                .append(": ")
                .append(FileCoverage.percent(file.seen(), file.possible()))
                .append("% exercised, ")
                .append(file.seen())
                .append(" of ")
                .append(file.possible())
                .append("\n\n");
    }

    /// Where nothing was reached, nothing in it was, and need not be said.
    private static boolean isWithin(CoveragePoint point, Place whole) {
        return point.place().span().start() >= whole.span().start()
                && point.place().span().end() <= whole.span().end();
    }

    private static String gap(CoveragePoint point) {
        if (point.seen().isEmpty() && point.possible().size() > 1) {
            return point.kind() == CoveragePoint.Kind.SELECTOR
                    ? "the rule judges nothing"
                    : point.kind().word() + " is never reached";
        }
        List<String> gaps = new ArrayList<>();
        for (Side side : point.missing()) {
            gaps.add(side.gap());
        }
        return point.kind().word() + " " + String.join(", ", gaps);
    }

    private void appendSummary(TestReport report) {
        for (Place rule : report.untested()) {
            text.append(rule)
                    .append(": ")
                    .append(paint.yellow("no test: "))
                    .append(rule.text())
                    .append('\n');
        }
        int all = report.passed() + report.failed() + report.broken();
        text.append(Words.count(all, "test"))
                .append(": ")
                .append(paint.green(report.passed() + " passed"));
        text.append(report.failed() > 0 ? ", " + paint.red(report.failed() + " failed") : "");
        text.append(
                report.broken() > 0 ? ", " + paint.red(report.broken() + " could not be run") : "");
        List<FileCoverage> coverage = report.coverage();
        if (coverage != null) {
            text.append(", ").append(TestReport.percent(coverage)).append("% exercised");
        }
        text.append('\n');
    }
}
