package dev.brayer.cli;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Keeps what the JSON report tells of a run, as its member `run`.
final class RunRecord implements EventSink {
    private Event.@Nullable Started started;
    private @Nullable String plan;
    private long milliseconds;
    private boolean interrupted;
    private final List<Event> stages = new ArrayList<>();
    private final List<Event.ImagePrepared> images = new ArrayList<>();
    private final List<Event.ChangesPlanned> planned = new ArrayList<>();
    private final List<Event.Deployed> deployed = new ArrayList<>();

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.Started first -> started = first;
            case Event.StageFinished finished -> stages.add(finished);
            case Event.StageSkipped skipped -> stages.add(skipped);
            case Event.ImagePrepared prepared -> images.add(prepared);
            case Event.ChangesPlanned changes -> planned.add(changes);
            case Event.Deployed change -> deployed.add(change);
            case Event.PlanWritten written -> plan = written.file();
            case Event.Finished finished -> {
                milliseconds = finished.milliseconds();
                interrupted = finished.interrupted();
            }
            default -> {
                // Of no interest once the run is over.
            }
        }
    }

    void write(JsonWriter json, FileNames names) {
        Event.Started first = started;
        if (first == null) {
            return;
        }
        json.beginObject("run")
                .member("application", first.application())
                .member("tag", first.tag());
        String commit = first.commit();
        if (commit != null) {
            json.member("commit", commit);
        }
        json.member("planOnly", first.planOnly())
                .member("interrupted", interrupted)
                .member("milliseconds", milliseconds);
        String file = plan;
        if (file != null) {
            json.member("plan", names.inReport(file));
        }
        json.beginArray("stages");
        for (Event event : stages) {
            writeStage(event, json);
        }
        json.endArray().beginArray("images");
        for (Event.ImagePrepared image : images) {
            json.beginObject()
                    .member("image", image.image())
                    .member("digest", image.digest())
                    .member("reused", image.reused())
                    .endObject();
        }
        json.endArray().beginArray("planned");
        for (Event.ChangesPlanned changes : planned) {
            json.beginObject()
                    .member("formation", changes.formation())
                    .member("destination", changes.destination());
            EventJson.changes(
                    json,
                    changes.added(),
                    changes.changed(),
                    changes.removed(),
                    changes.unchanged());
            json.endObject();
        }
        json.endArray().beginArray("deployed");
        for (Event.Deployed changes : deployed) {
            json.beginObject()
                    .member("formation", changes.formation())
                    .member("destination", changes.destination());
            EventJson.changes(
                    json,
                    changes.added(),
                    changes.changed(),
                    changes.removed(),
                    changes.unchanged());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void writeStage(Event event, JsonWriter json) {
        if (event instanceof Event.StageFinished finished) {
            json.beginObject()
                    .member("stage", finished.stage())
                    .member(
                            "result",
                            finished.result().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .member("milliseconds", finished.milliseconds())
                    .endObject();
        } else if (event instanceof Event.StageSkipped skipped) {
            json.beginObject()
                    .member("stage", skipped.stage())
                    .member("result", "skipped")
                    .member("reason", skipped.reason())
                    .endObject();
        }
    }
}
