package dev.brayer.cli;

import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.policy.trace.Shown;
import dev.brayer.policy.trace.Step;
import dev.brayer.policy.value.Truth;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule on documents, step by step, as members of the JSON report.
final class TraceJson {
    private final JsonWriter json;
    private final AnswerJson answers;

    private TraceJson(JsonWriter json, FileNames names) {
        this.json = json;
        this.answers = new AnswerJson(json, names);
    }

    static void write(List<RuleQuestion.Traced> traces, JsonWriter json, FileNames names) {
        TraceJson writer = new TraceJson(json, names);
        json.beginArray("traces");
        for (RuleQuestion.Traced traced : traces) {
            writer.write(traced.formation(), traced.trace());
        }
        json.endArray();
    }

    private void write(@Nullable String formation, RuleTrace trace) {
        json.beginObject();
        if (formation != null) {
            json.member("formation", formation);
        }
        answers.document(trace.document());
        json.member("selected", trace.selected());
        answers.truth(trace.truth());
        String limit = trace.limit();
        if (limit != null) {
            json.member("limit", limit);
        }
        steps("where", trace.filter() == null ? List.of() : List.of(trace.filter()));
        steps("condition", trace.condition() == null ? List.of() : List.of(trace.condition()));
        json.endObject();
    }

    private void steps(String name, List<Step> steps) {
        json.beginArray(name);
        for (Step step : steps) {
            json.beginObject();
            switch (step) {
                case Step.Judged(Place written, Truth truth, boolean decisive, _) -> {
                    json.member("expression", written.text());
                    answers.truth(truth);
                    json.member("decisive", decisive);
                }
                case Step.Valued(Place written, Shown value, _) -> {
                    json.member("expression", written.text());
                    answers.value(value);
                }
                case Step.Element(String names, Shown value, Truth truth, boolean decisive, _) -> {
                    json.member("element", names);
                    answers.value(value);
                    answers.truth(truth);
                    json.member("selected", truth != null).member("decisive", decisive);
                }
                case Step.LeftOut(int count) -> json.member("leftOut", count);
            }
            steps("steps", step.steps());
            json.endObject();
        }
        json.endArray();
    }
}
