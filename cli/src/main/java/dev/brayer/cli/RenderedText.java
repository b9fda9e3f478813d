package dev.brayer.cli;

import dev.brayer.pipeline.CheckedFormation;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.WordRow;
import dev.brayer.text.Place;
import java.util.List;

/// Rendered formations for people and for `kubectl apply -f -`.
final class RenderedText {
    private static final int LONGEST_VALUE = 60;

    private RenderedText() {}

    /// All files as one stream of documents, each behind a comment with its name.
    static String manifests(List<CheckedFormation> formations) {
        StringBuilder text = new StringBuilder();
        for (CheckedFormation formation : formations) {
            for (RenderedFile file : formation.rendered().files()) {
                String manifest = file.source().text();
                text.append("# ")
                        .append(formation.formation().name().text())
                        .append('/')
                        .append(file.name());
                text.append('\n');
                text.append(manifest.startsWith("---") ? "" : "---\n").append(manifest);
                text.append(manifest.endsWith("\n") ? "" : "\n");
            }
        }
        return text.toString();
    }

    /// A table of the words of each formation.
    static String words(List<CheckedFormation> formations, Paint paint) {
        StringBuilder text = new StringBuilder();
        for (CheckedFormation formation : formations) {
            text.append(paint.bold(formation.formation().name().text())).append('\n');
            List<WordRow> rows = formation.rendered().words();
            int wordWidth = 0;
            int valueWidth = 0;
            int typeWidth = 0;
            for (WordRow row : rows) {
                wordWidth = Math.max(wordWidth, row.word().length());
                valueWidth = Math.max(valueWidth, shortened(row.value()).length());
                typeWidth = Math.max(typeWidth, row.type().length());
            }
            for (WordRow row : rows) {
                text.append("  ").append(paint.cyan(padded(row.word(), wordWidth)));
                text.append("  ").append(padded(shortened(row.value()), valueWidth));
                text.append("  ").append(padded(row.type(), typeWidth));
                text.append("  ").append(row.source());
                Place origin = row.origin();
                text.append(origin == null ? "" : paint.faint("  " + origin)).append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE - 1) + "…";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
