package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.FileChange;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.WordRow;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The JSON of plans, and of what snapshots keep of them.
final class PlanJson {
    private static final int VERSION = 1;

    private PlanJson() {}

    static String print(Plan plan) {
        JsonWriter json = begin();
        head(json, plan);
        json.objects("formations", plan.formations(), PlanJson::formation);
        return end(json);
    }

    /// The plan as far as it concerns one formation.
    static String print(Plan plan, FormationPlan only) {
        JsonWriter json = begin();
        head(json, plan);
        json.beginObject("formation");
        formation(json, only);
        json.endObject();
        return end(json);
    }

    private static JsonWriter begin() {
        return JsonWriter.indented().beginObject().member("version", VERSION);
    }

    private static String end(JsonWriter json) {
        return json.endObject().toString();
    }

    private static void head(JsonWriter json, Plan plan) {
        json.member("application", plan.application())
                .member("tag", plan.tag())
                .member("commit", plan.commit())
                .member("created", plan.created())
                .objects("stages", plan.stages(), PlanJson::stage)
                .objects("images", plan.images(), PlanJson::image);
    }

    private static void stage(JsonWriter json, Stage stage) {
        json.member("name", stage.name())
                .member("kind", stage.kind().word())
                .strings("needs", stage.needs())
                .member("touches", stage.kind().touches());
    }

    private static void image(JsonWriter json, PlannedImage image) {
        PublishedImage named = image.named();
        json.member("name", named.name())
                .member("reference", named.reference())
                .member("digest", named.digest().text())
                .member("new", image.prepared().built());
    }

    private static void formation(JsonWriter json, FormationPlan plan) {
        json.member("name", plan.name())
                .member("destination", plan.change().destination())
                .objects("files", plan.change().changes(), PlanJson::file);
        Verdict verdict = plan.verdict();
        if (verdict != null) {
            json.beginObject("verdict");
            verdict(json, verdict);
            json.endObject();
        }
    }

    private static void file(JsonWriter json, FileChange change) {
        json.member("path", change.path())
                .member("change", change.kind().name().toLowerCase(Locale.ROOT))
                .member("before", change.before())
                .member("after", change.after());
    }

    /// What the policies found, as a snapshot keeps it.
    static String findings(@Nullable Verdict verdict) {
        JsonWriter json = begin().member("judged", verdict != null);
        if (verdict != null) {
            verdict(json, verdict);
        }
        return end(json);
    }

    private static void verdict(JsonWriter json, Verdict verdict) {
        Summary summary = verdict.summary();
        json.member("rules", summary.rules())
                .member("passed", summary.passed())
                .member("failed", summary.failed())
                .member("warned", summary.warned())
                .member("undecided", summary.undecided().size())
                .objects("findings", verdict.findings(), PlanJson::finding);
    }

    private static void finding(JsonWriter json, Finding finding) {
        json.member("rule", finding.rule())
                .member("action", finding.action().word())
                .member("message", finding.message())
                .member("place", place(finding.place()))
                .member("path", finding.path())
                .member("resource", finding.resource().toString())
                .member("code", finding.code().word());
    }

    /// Every word with its value and where it came from.
    static String words(CheckedFormation formation) {
        return end(
                begin().member("formation", formation.formation().name().text())
                        .objects("words", formation.rendered().words(), PlanJson::word));
    }

    private static void word(JsonWriter json, WordRow row) {
        Place origin = row.origin();
        json.member("word", row.word())
                .member("value", row.value())
                .member("type", row.type())
                .member("source", row.source())
                .optional("origin", origin == null ? null : origin.toString());
    }

    private static String place(Place place) {
        return place.written().toString();
    }
}
