package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.FileChange;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.json.JsonWriter;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.WordRow;
import dev.brayer.text.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The JSON of plans, and of what snapshots keep of them.
final class PlanJson {
    private static final int VERSION = 1;

    private PlanJson() {}

    static String print(Plan plan) {
        return JsonWriter.object(json -> {
            head(json, plan);
            json.objects("formations", plan.formations(), PlanJson::formation);
        });
    }

    /// The plan as far as it concerns one formation.
    static String print(Plan plan, FormationPlan only) {
        return JsonWriter.object(json -> {
            head(json, plan);
            json.object("formation", inner -> formation(inner, only));
        });
    }

    private static void head(JsonWriter json, Plan plan) {
        json.field("version", VERSION)
                .field("application", plan.application())
                .field("tag", plan.tag())
                .field("commit", plan.commit())
                .field("created", plan.created())
                .objects("stages", plan.stages(), PlanJson::stage)
                .objects("images", plan.images(), PlanJson::image);
    }

    private static void stage(JsonWriter json, Stage stage) {
        json.field("name", stage.name())
                .field("kind", stage.kind().word())
                .strings("needs", stage.needs())
                .field("touches", stage.kind().touches());
    }

    private static void image(JsonWriter json, PlannedImage image) {
        PublishedImage named = image.named();
        json.field("name", named.name())
                .field("reference", named.reference())
                .field("digest", named.digest().text())
                .field("new", image.prepared().built());
    }

    private static void formation(JsonWriter json, FormationPlan plan) {
        json.field("name", plan.name())
                .field("destination", plan.change().destination())
                .objects("files", plan.change().changes(), PlanJson::file);
        Verdict verdict = plan.verdict();
        if (verdict != null) {
            json.object("verdict", inner -> verdict(inner, verdict));
        }
    }

    private static void file(JsonWriter json, FileChange change) {
        json.field("path", change.path())
                .field("change", change.kind().name().toLowerCase(Locale.ROOT))
                .field("before", change.before())
                .field("after", change.after());
    }

    /// What the policies found, as a snapshot keeps it.
    static String findings(@Nullable Verdict verdict) {
        return JsonWriter.object(json -> {
            json.field("version", VERSION).field("judged", verdict != null);
            if (verdict != null) {
                verdict(json, verdict);
            }
        });
    }

    private static void verdict(JsonWriter json, Verdict verdict) {
        Summary summary = verdict.summary();
        json.field("rules", summary.rules())
                .field("passed", summary.passed())
                .field("failed", summary.failed())
                .field("warned", summary.warned())
                .field("undecided", summary.undecided().size())
                .objects("findings", verdict.findings(), PlanJson::finding);
    }

    private static void finding(JsonWriter json, Finding finding) {
        json.field("rule", finding.rule())
                .field("action", finding.action().word())
                .field("message", finding.message())
                .field("place", place(finding.place()))
                .field("path", finding.path())
                .field("resource", finding.resource().toString())
                .field("code", finding.code().word());
    }

    /// Every word with its value and where it came from.
    static String words(CheckedFormation formation) {
        return JsonWriter.object(json ->
                json.field("version", VERSION)
                        .field("formation", formation.formation().name().text())
                        .objects("words", formation.rendered().words(), PlanJson::word));
    }

    private static void word(JsonWriter json, WordRow row) {
        Place origin = row.origin();
        json.field("word", row.word())
                .field("value", row.value())
                .field("type", row.type())
                .field("source", row.source())
                .optional("origin", origin == null ? null : origin.toString());
    }

    private static String place(Place place) {
        return place.written().toString();
    }
}
