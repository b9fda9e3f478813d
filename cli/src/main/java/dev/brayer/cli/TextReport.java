package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;

/// A report as people read it: the line with a caret, where the value came from, what to do.
final class TextReport {
    private static final String INDENT = "      = ";

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

    private void append(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        Place written = place == null ? null : place.written();
        if (written != null) {
            text.append(written).append(": ");
        }
        text.append(diagnostic.isError() ? paint.red("error: ") : paint.yellow("warning: "))
                .append(diagnostic.message())
                .append(paint.faint(" [" + diagnostic.code().id() + "]"))
                .append('\n');
        if (written != null && place != null) {
            text.append(Excerpt.of(written));
            appendOrigins(place);
        }
        for (Diagnostic.Related related : diagnostic.related()) {
            Place at = related.place().written();
            text.append(INDENT)
                    .append(at)
                    .append(": ")
                    .append(related.message())
                    .append('\n');
            text.append(Excerpt.of(at));
        }
        String hint = diagnostic.hint();
        if (hint != null) {
            text.append(INDENT).append(paint.cyan("hint: ")).append(hint).append('\n');
        }
    }

    /// The lines that gave the words in a rendered place their values.
    private void appendOrigins(Place place) {
        for (Origin origin : place.origins()) {
            text.append(INDENT)
                    .append("`")
                    .append(origin.word())
                    .append("` comes from ")
                    .append(origin.place())
                    .append('\n')
                    .append(Excerpt.of(origin.place()));
        }
    }
}
