package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.policy.trace.Carried;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.policy.trace.Shown;
import dev.brayer.policy.value.Truth;
import dev.brayer.text.JsonWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an expression gave, as members of the JSON report.
final class AnswerJson {
    private final JsonWriter json;
    private final JsonReport report;

    AnswerJson(JsonWriter json, FileNames names) {
        this.json = json;
        this.report = new JsonReport(names, json);
    }

    static void write(List<RuleTrace.Answer> answers, JsonWriter json, FileNames names) {
        AnswerJson writer = new AnswerJson(json, names);
        json.beginArray("answers");
        for (RuleTrace.Answer answer : answers) {
            writer.write(answer);
        }
        json.endArray();
    }

    private void write(RuleTrace.Answer answer) {
        json.beginObject();
        document(answer.document());
        String limit = answer.limit();
        if (limit != null) {
            json.member("limit", limit).endObject();
            return;
        }
        truth(answer.truth());
        value(answer.value());
        json.beginArray("reasons");
        for (RuleTrace.Reason reason : answer.reasons()) {
            json.beginObject().member("message", reason.message());
            node(reason.at());
            json.endObject();
        }
        json.endArray().endObject();
    }

    void document(Document document) {
        report.writePlace(document.root().place());
        json.member("document", document.index());
        report.writeResource(document.identity());
    }

    void truth(@Nullable Truth truth) {
        if (truth != null) {
            json.member("truth", truth.name().toLowerCase(Locale.ROOT));
        }
    }

    void value(Shown value) {
        json.member("value", value.text()).member("type", value.type());
        json.beginArray("nodes");
        for (Carried node : value.carried()) {
            json.beginObject();
            node(node);
            json.endObject();
        }
        json.endArray();
        if (!value.elements().isEmpty()) {
            json.beginArray("elements");
            for (Shown element : value.elements()) {
                json.beginObject();
                value(element);
                json.endObject();
            }
            json.endArray();
        }
    }

    private void node(Carried node) {
        report.writePlace(node.place());
        json.member("path", node.path());
    }
}
