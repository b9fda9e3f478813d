package dev.brayer.cli;

import dev.brayer.pipeline.CheckedFormation;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.WordRow;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Place;
import dev.brayer.text.Provenance;
import java.util.List;

/// Rendered formations as the member `formations` of the JSON report.
final class RenderedJson {
    private RenderedJson() {}

    static void write(
            List<CheckedFormation> formations, boolean explain, JsonWriter json, FileNames names) {
        json.beginArray("formations");
        for (CheckedFormation formation : formations) {
            json.beginObject().member("formation", formation.formation().name().text());
            if (explain) {
                json.beginArray("words");
                for (WordRow row : formation.rendered().words()) {
                    writeWord(row, json, names);
                }
                json.endArray();
            } else {
                json.beginArray("files");
                for (RenderedFile file : formation.rendered().files()) {
                    json.beginObject()
                            .member("name", file.name())
                            .member("stencil", file.stencil())
                            .member("text", file.source().text());
                    writeSecrets(file.source().secrets(), json, names);
                    json.endObject();
                }
                json.endArray();
            }
            json.endObject();
        }
        json.endArray();
    }

    /// Where the text is no value but stands for one.
    private static void writeSecrets(
            List<Provenance.Secret> secrets, JsonWriter json, FileNames names) {
        if (secrets.isEmpty()) {
            return;
        }
        JsonReport report = new JsonReport(names, json);
        json.beginArray("secrets");
        for (Provenance.Secret secret : secrets) {
            json.beginObject().member("word", secret.origin().word());
            report.writePlace(secret.written());
            json.endObject();
        }
        json.endArray();
    }

    private static void writeWord(WordRow row, JsonWriter json, FileNames names) {
        json.beginObject()
                .member("word", row.word())
                .member("value", row.value())
                .member("type", row.type())
                .member("source", row.source());
        JsonReport report = new JsonReport(names, json);
        Place origin = row.origin();
        if (origin != null) {
            report.writePlace(origin);
        }
        json.beginArray("uses");
        for (Place use : row.uses()) {
            json.beginObject();
            report.writePlace(use);
            json.endObject();
        }
        json.endArray().endObject();
    }
}
