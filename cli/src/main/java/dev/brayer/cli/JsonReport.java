package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Position;
import org.jspecify.annotations.Nullable;

/// A report as one JSON object, described by `spec/report.schema.json`.
final class JsonReport {
    private final FileNames names;
    private final JsonWriter json = JsonWriter.indented();

    private JsonReport(FileNames names) {
        this.names = names;
    }

    static String of(Report report, FileNames names) {
        return new JsonReport(names).write(report);
    }

    private String write(Report report) {
        json.beginObject().member("version", 1);
        json.beginArray("findings").endArray();
        json.beginArray("diagnostics");
        for (Diagnostic diagnostic : report.diagnostics()) {
            writeDiagnostic(diagnostic);
        }
        json.endArray();
        return json.endObject().toString();
    }

    private void writeDiagnostic(Diagnostic diagnostic) {
        json.beginObject()
                .member("code", diagnostic.code().id())
                .member("severity", diagnostic.isError() ? "error" : "warning");
        writePlace(diagnostic.place());
        json.member("message", diagnostic.message());
        String hint = diagnostic.hint();
        if (hint != null) {
            json.member("hint", hint);
        }
        if (!diagnostic.related().isEmpty()) {
            json.beginArray("related");
            for (Diagnostic.Related related : diagnostic.related()) {
                json.beginObject().member("message", related.message());
                writePlace(related.place());
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    /// Where a person wrote it: `file`, and `start` and `end` if the file has a text.
    private void writePlace(@Nullable Place place) {
        if (place == null) {
            return;
        }
        Place written = place.written();
        json.member("file", names.inReport(written.source().name()));
        if (!written.source().text().isEmpty()) {
            writePosition("start", written.start());
            writePosition("end", written.end());
        }
    }

    private void writePosition(String name, Position position) {
        json.beginObject(name)
                .member("line", position.line())
                .member("column", position.column())
                .endObject();
    }
}
