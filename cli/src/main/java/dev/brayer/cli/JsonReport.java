package dev.brayer.cli;

import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Position;
import org.jspecify.annotations.Nullable;

/// A report as one JSON object, described by `spec/report.schema.json`.
final class JsonReport {
    private final FileNames names;
    private final JsonWriter json;

    JsonReport(FileNames names, JsonWriter json) {
        this.names = names;
        this.json = json;
    }

    /// What a command adds to the report: members of its own.
    interface Addition {
        void write(JsonWriter json, FileNames names);
    }

    static String of(Report report, FileNames names, Addition addition) {
        return new JsonReport(names, JsonWriter.indented()).write(report, addition);
    }

    private String write(Report report, Addition addition) {
        json.beginObject().member("version", 1);
        json.beginArray("findings");
        for (Report.Judgement judgement : report.judgements()) {
            for (Finding finding : judgement.verdict().findings()) {
                writeFinding(finding, judgement.formation());
            }
        }
        json.endArray();
        json.beginArray("diagnostics");
        for (Diagnostic diagnostic : report.diagnostics()) {
            writeDiagnostic(diagnostic);
        }
        json.endArray();
        writeSummary(Totals.of(report));
        addition.write(json, names);
        return json.endObject().toString();
    }

    private void writeFinding(Finding finding, @Nullable String formation) {
        json.beginObject()
                .member("rule", finding.rule())
                .member("policy", names.inReport(finding.declared().source().name()))
                .member("action", finding.action().word())
                .member("message", finding.message());
        String role = finding.role();
        if (role != null) {
            json.member("role", role);
        }
        if (formation != null) {
            json.member("formation", formation);
        }
        writeFile(finding.place());
        json.member("document", finding.document()).member("path", finding.path());
        writeSpan(finding.place());
        writeResource(finding.resource());
        json.beginArray("origin");
        for (Origin origin : finding.place().origins()) {
            json.beginObject();
            writePlace(origin.place());
            json.member("word", origin.word()).endObject();
        }
        json.endArray()
                .member("state", finding.state().word())
                .member("side", finding.side().word())
                .member("code", finding.code().word());
        writeIfKnown("detail", finding.detail());
        json.beginArray("related");
        for (Finding.Related related : finding.related()) {
            json.beginObject();
            writeFile(related.place());
            json.member("path", related.path());
            writeSpan(related.place());
            writeResource(related.resource());
            json.endObject();
        }
        json.endArray().endObject();
    }

    void writeResource(ResourceIdentity resource) {
        json.beginObject("resource");
        writeIfKnown("apiVersion", resource.apiVersion());
        writeIfKnown("kind", resource.kind());
        writeIfKnown("namespace", resource.namespace());
        writeIfKnown("name", resource.name());
        json.endObject();
    }

    private void writeDiagnostic(Diagnostic diagnostic) {
        json.beginObject();
        writeDiagnosticMembers(diagnostic);
        json.endObject();
    }

    void writeDiagnosticMembers(Diagnostic diagnostic) {
        json.member("code", diagnostic.code().id())
                .member(
                        "severity",
                        switch (diagnostic.severity()) {
                            case ERROR -> "error";
                            case WARNING -> "warning";
                            case HINT -> "hint";
                        });
        Place place = diagnostic.place();
        if (place != null) {
            writePlace(place);
        }
        json.member("message", diagnostic.message());
        writeIfKnown("hint", diagnostic.hint());
        if (!diagnostic.related().isEmpty()) {
            json.beginArray("related");
            for (Diagnostic.Related related : diagnostic.related()) {
                json.beginObject();
                writePlace(related.place());
                json.member("message", related.message()).endObject();
            }
            json.endArray();
        }
    }

    private void writeSummary(Totals totals) {
        json.beginObject("summary")
                .member("files", totals.files())
                .member("documents", totals.documents())
                .member("rules", totals.rules())
                .member("passed", totals.passed())
                .member("failed", totals.failed())
                .member("warned", totals.warned())
                .member("signoffs", totals.signoffs());
        json.beginArray("unmatched");
        for (Totals.Unmatched unmatched : totals.unmatched()) {
            Summary.Unmatched rule = unmatched.rule();
            json.beginObject()
                    .member("rule", rule.rule())
                    .member("policy", names.inReport(rule.declared().source().name()));
            writeIfKnown("formation", unmatched.formation());
            json.member("reason", rule.reason().word())
                    .member("message", rule.reason().sentence())
                    .endObject();
        }
        json.endArray().beginArray("undecided");
        for (Totals.Undecided undecided : totals.undecided()) {
            Summary.Undecided rule = undecided.rule();
            json.beginObject()
                    .member("rule", rule.rule())
                    .member("policy", names.inReport(rule.declared().source().name()));
            writeIfKnown("formation", undecided.formation());
            writeFile(rule.place());
            json.member("path", rule.path()).member("word", rule.word()).endObject();
        }
        json.endArray().endObject();
    }

    void writePlace(Place place) {
        writeFile(place);
        writeSpan(place);
    }

    /// The file that a person wrote.
    private void writeFile(Place place) {
        json.member("file", names.inReport(place.written().source().name()));
    }

    /// `start` and `end`, if the file has a text to have them in.
    private void writeSpan(Place place) {
        Place written = place.written();
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

    private void writeIfKnown(String name, @Nullable String value) {
        if (value != null) {
            json.member(name, value);
        }
    }
}
