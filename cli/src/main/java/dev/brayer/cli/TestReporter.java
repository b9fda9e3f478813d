package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import java.util.List;

/// Writes the results of tests in every format that was asked for.
final class TestReporter {
    private final List<ReportFormat> formats;
    private final Surroundings surroundings;
    private final Reporter reporter;

    TestReporter(List<ReportFormat> formats, Surroundings surroundings) {
        this.formats = formats.isEmpty() ? List.of(ReportFormat.TEXT) : List.copyOf(formats);
        this.surroundings = surroundings;
        this.reporter = new Reporter(formats, surroundings);
    }

    Outcome report(TestReport report) {
        Outcome outcome = report.outcome();
        boolean said = false;
        for (ReportFormat format : formats) {
            switch (format.kind()) {
                case TEXT -> {
                    said = sayOnce(report.diagnostics(), said);
                    Paint paint =
                            format.file() == null ? surroundings.outPaint() : new Paint(false);
                    outcome = outcome.and(deliver(TestText.of(report, paint), format));
                }
                case JSON ->
                        outcome =
                                outcome.and(
                                        deliver(
                                                JsonReport.of(
                                                        Report.ofDiagnostics(report.diagnostics()),
                                                        names(),
                                                        new TestJson(report)),
                                                format));
                case JUNIT -> {
                    said = sayOnce(report.diagnostics(), said);
                    outcome = outcome.and(deliver(JUnitReport.of(report, names()), format));
                }
                case EVENTS -> throw new IllegalStateException("tests have no events to report");
            }
        }
        return outcome;
    }

    private FileNames names() {
        return new FileNames(surroundings.workingFolder());
    }

    private boolean sayOnce(List<Diagnostic> diagnostics, boolean said) {
        if (!said) {
            reporter.sayAll(diagnostics);
        }
        return true;
    }

    private Outcome deliver(String text, ReportFormat format) {
        return reporter.deliver(text, format);
    }
}
