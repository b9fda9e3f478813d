package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes a report in every format that was asked for: the report to standard output or to files,
/// what is for people to standard error.
final class Reporter {
    private final List<ReportFormat> formats;
    private final Surroundings surroundings;

    Reporter(List<ReportFormat> formats, Surroundings surroundings) {
        this.formats = formats.isEmpty() ? List.of(ReportFormat.TEXT) : List.copyOf(formats);
        this.surroundings = surroundings;
    }

    /// Writes it and returns how the command ends: as the report says, or worse if it could not be
    /// written.
    Outcome report(Report report) {
        return report(report, (json, names) -> {});
    }

    /// @param addition what the command adds to a JSON report
    Outcome report(Report report, JsonReport.Addition addition) {
        Outcome outcome = report.outcome();
        for (ReportFormat format : formats) {
            switch (format.kind()) {
                case TEXT -> {
                    sayAll(report.diagnostics());
                    if (!report.judgements().isEmpty()) {
                        Paint paint =
                                format.file() == null ? surroundings.outPaint() : new Paint(false);
                        outcome =
                                outcome.and(
                                        deliver(TextReport.of(report.judgements(), paint), format));
                    }
                }
                case JSON -> {
                    String json =
                            JsonReport.of(
                                    report, new FileNames(surroundings.workingFolder()), addition);
                    outcome = outcome.and(deliver(json, format));
                }
                case JUNIT -> {
                    sayAll(report.diagnostics());
                    TestReport empty =
                            new TestReport(List.of(), report.diagnostics(), List.of(), null, false);
                    FileNames names = new FileNames(surroundings.workingFolder());
                    outcome = outcome.and(deliver(JUnitReport.of(empty, names), format));
                }
                case EVENTS -> {
                    // Written while they happened.
                }
            }
        }
        return outcome;
    }

    void sayAll(List<Diagnostic> diagnostics) {
        Paint paint = surroundings.errPaint();
        for (Diagnostic diagnostic : diagnostics) {
            surroundings.say(TextReport.of(diagnostic, paint));
        }
    }

    /// Writes a text to where a format goes.
    Outcome deliver(String text, ReportFormat format) {
        String name = format.file();
        if (name == null) {
            surroundings.print(text);
            return Outcome.SUCCESS;
        }
        Path file = surroundings.workingFolder().resolve(name);
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
            return Outcome.SUCCESS;
        } catch (IOException problem) {
            List<Diagnostic> unwritable = List.of(unwritable(name));
            sayAll(unwritable);
            return Diagnostics.outcome(unwritable);
        }
    }

    static Diagnostic unwritable(String file) {
        return Diagnostic.error(
                CommandLineCode.UNWRITABLE_REPORT, null, "the report cannot be written to " + file);
    }
}
