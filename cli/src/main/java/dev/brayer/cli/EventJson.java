package dev.brayer.cli;

import dev.brayer.pipeline.event.Event;
import dev.brayer.text.JsonWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An event of a run as a JSON object on a line of its own, for `--format events`.
final class EventJson {
    private final FileNames names;

    EventJson(FileNames names) {
        this.names = names;
    }

    String line(Event event) {
        JsonWriter json = JsonWriter.onOneLine().beginObject();
        switch (event) {
            case Event.Started started -> {
                json.member("event", "started")
                        .member("application", started.application())
                        .member("tag", started.tag());
                ifKnown(json, "commit", started.commit());
                list(json, "formations", started.formations());
                list(json, "stages", started.stages());
                json.member("planOnly", started.planOnly());
            }
            case Event.PreflightChecked checked ->
                    stage(json, "preflight-checked", checked)
                            .member("command", checked.command())
                            .member("passed", checked.passed());
            case Event.StageStarted started ->
                    stage(json, "stage-started", started)
                            .member("kind", started.kind().word())
                            .member("attempt", started.attempt());
            case Event.Output output -> {
                stage(json, "output", output);
                ifKnown(json, "formation", output.formation());
                json.member("stream", lower(output.stream())).member("line", output.line());
            }
            case Event.Probed probed ->
                    stage(json, "probed", probed)
                            .member("attempt", probed.attempt())
                            .member("succeeded", probed.succeeded());
            case Event.Asked asked ->
                    stage(json, "asked", asked)
                            .member("question", asked.question())
                            .member("agreed", asked.agreed());
            case Event.StageRetried retried ->
                    stage(json, "stage-retried", retried)
                            .member("failedAttempt", retried.failedAttempt())
                            .member("retriesLeft", retried.retriesLeft())
                            .member("reason", retried.reason());
            case Event.StageFinished finished ->
                    stage(json, "stage-finished", finished)
                            .member("result", lower(finished.result()))
                            .member("milliseconds", finished.milliseconds());
            case Event.StageSkipped skipped ->
                    stage(json, "stage-skipped", skipped).member("reason", skipped.reason());
            case Event.ImageStarted started ->
                    stage(json, "image-started", started).member("image", started.image());
            case Event.ImageProgress progress ->
                    stage(json, "image-progress", progress)
                            .member("image", progress.image())
                            .member("line", progress.line());
            case Event.ImagePrepared prepared ->
                    stage(json, "image-prepared", prepared)
                            .member("image", prepared.image())
                            .member("digest", prepared.digest())
                            .member("reused", prepared.reused())
                            .member("milliseconds", prepared.milliseconds());
            case Event.FormationRendered rendered -> {
                formation(json, "formation-rendered", rendered)
                        .member("files", rendered.files())
                        .member("objects", rendered.objects());
                list(json, "undecided", rendered.undecided());
            }
            case Event.FormationJudged judged ->
                    formation(json, "formation-judged", judged)
                            .member("rules", judged.rules())
                            .member("failed", judged.failed())
                            .member("warned", judged.warned());
            case Event.ChangesPlanned planned ->
                    changes(
                            formation(json, "changes-planned", planned)
                                    .member("destination", planned.destination()),
                            planned.added(),
                            planned.changed(),
                            planned.removed(),
                            planned.unchanged());
            case Event.PlanWritten written ->
                    json.member("event", "plan-written")
                            .member("file", names.inReport(written.file()));
            case Event.TagsPublished published -> {
                json.member("event", "tags-published").member("tag", published.tag());
                list(json, "images", published.images());
            }
            case Event.SnapshotRecorded recorded ->
                    formation(json, "snapshot-recorded", recorded)
                            .member("snapshot", recorded.snapshot())
                            .member("state", recorded.state());
            case Event.Deployed deployed ->
                    changes(
                            formation(json, "deployed", deployed)
                                    .member("destination", deployed.destination()),
                            deployed.added(),
                            deployed.changed(),
                            deployed.removed(),
                            deployed.unchanged());
            case Event.RolledBack rolledBack ->
                    formation(json, "rolled-back", rolledBack)
                            .member("snapshot", rolledBack.snapshot());
            case Event.Told told -> {
                json.member("event", "told").beginObject("diagnostic");
                new JsonReport(names, json).writeDiagnosticMembers(told.diagnostic());
                json.endObject();
            }
            case Event.Finished finished ->
                    json.member("event", "finished")
                            .member("exitCode", finished.outcome().exitCode())
                            .member("interrupted", finished.interrupted())
                            .member("milliseconds", finished.milliseconds());
        }
        return json.endObject().toString();
    }

    private static JsonWriter stage(JsonWriter json, String name, Event.OfStage event) {
        return json.member("event", name).member("stage", event.stage());
    }

    private static JsonWriter formation(JsonWriter json, String name, Event.OfFormation event) {
        return json.member("event", name).member("formation", event.formation());
    }

    static void changes(JsonWriter json, int added, int changed, int removed, int unchanged) {
        json.member("added", added)
                .member("changed", changed)
                .member("removed", removed)
                .member("unchanged", unchanged);
    }

    private static void list(JsonWriter json, String name, List<String> values) {
        json.beginArray(name);
        for (String value : values) {
            json.element(value);
        }
        json.endArray();
    }

    private static void ifKnown(JsonWriter json, String name, @Nullable String value) {
        if (value != null) {
            json.member(name, value);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
