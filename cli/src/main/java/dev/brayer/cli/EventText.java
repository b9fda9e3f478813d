package dev.brayer.cli;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.StageResult;
import org.jspecify.annotations.Nullable;

/// An event of a run as a line for people; an event that tells nothing new has none.
final class EventText {
    private static final int DIGEST_SHOWN = "sha256:".length() + 12;

    private final Paint paint;

    EventText(Paint paint) {
        this.paint = paint;
    }

    /// The line without its end, or `null`.
    @Nullable String line(Event event) {
        return switch (event) {
            case Event.Started started -> started(started);
            case Event.PreflightChecked checked ->
                    stage(
                            checked,
                            (checked.passed()
                                            ? "preflight passed: "
                                            : paint.red("preflight failed: "))
                                    + checked.command());
            case Event.StageStarted started ->
                    stage(
                            started,
                            started.attempt() == 1
                                    ? "started"
                                    : "started, attempt " + started.attempt());
            case Event.Output output -> stage(output, paint.faint("| ") + output.line());
            case Event.Probed probed ->
                    stage(
                            probed,
                            "probe "
                                    + probed.attempt()
                                    + (probed.succeeded() ? " succeeded" : " failed"));
            case Event.Asked asked ->
                    stage(asked, asked.question() + " " + (asked.agreed() ? "yes" : "no"));
            case Event.StageRetried retried ->
                    stage(
                            retried,
                            paint.yellow("failed, tried again: ")
                                    + retried.reason()
                                    + " ("
                                    + Words.count(retried.retriesLeft(), "retry", "retries")
                                    + " left)");
            case Event.StageFinished finished ->
                    stage(
                            finished,
                            result(finished.result())
                                    + " in "
                                    + Words.duration(finished.milliseconds()));
            case Event.StageSkipped skipped ->
                    stage(skipped, paint.faint("skipped: " + skipped.reason()));
            case Event.ImageStarted ignored -> null;
            case Event.ImageProgress progress ->
                    stage(progress, progress.image() + ": " + paint.faint(progress.line()));
            case Event.ImagePrepared prepared ->
                    stage(
                            prepared,
                            prepared.image()
                                    + ": "
                                    + (prepared.reused() ? "unchanged " : paint.green("new "))
                                    + shortened(prepared.digest())
                                    + " in "
                                    + Words.duration(prepared.milliseconds()));
            case Event.FormationRendered rendered -> rendered(rendered);
            case Event.FormationJudged judged ->
                    formation(
                            judged,
                            Words.count(judged.rules(), "rule")
                                    + ", "
                                    + (judged.failed() == 0
                                            ? paint.green("none failed")
                                            : paint.red(judged.failed() + " failed"))
                                    + (judged.warned() == 0
                                            ? ""
                                            : ", " + paint.yellow(judged.warned() + " warned")));
            case Event.ChangesPlanned planned ->
                    formation(
                            planned,
                            planned.destination()
                                    + ": "
                                    + changes(
                                            planned.added(),
                                            planned.changed(),
                                            planned.removed(),
                                            planned.unchanged()));
            case Event.PlanWritten written ->
                    "the plan is complete and stands in " + written.file();
            case Event.TagsPublished published ->
                    "images are tagged "
                            + published.tag()
                            + ": "
                            + String.join(", ", published.images());
            case Event.SnapshotRecorded recorded ->
                    formation(recorded, "snapshot " + recorded.snapshot() + " " + recorded.state());
            case Event.Deployed deployed ->
                    formation(
                            deployed,
                            paint.green("deployed to ")
                                    + deployed.destination()
                                    + ": "
                                    + changes(
                                            deployed.added(),
                                            deployed.changed(),
                                            deployed.removed(),
                                            deployed.unchanged()));
            case Event.RolledBack rolledBack ->
                    formation(rolledBack, paint.yellow("rolled back to ") + rolledBack.snapshot());
            case Event.Told told -> withoutEnd(TextReport.of(told.diagnostic(), paint));
            case Event.Finished finished -> finished(finished);
        };
    }

    private String started(Event.Started started) {
        String commit = started.commit();
        return paint.bold(started.application() + " " + started.tag())
                + (commit == null
                        ? ""
                        : " of commit " + commit.substring(0, Math.min(12, commit.length())))
                + ": "
                + (started.planOnly() ? "plan for " : "")
                + String.join(", ", started.formations());
    }

    private String rendered(Event.FormationRendered rendered) {
        String undecided =
                rendered.undecided().isEmpty()
                        ? ""
                        : "; not known before the run: " + String.join(", ", rendered.undecided());
        return formation(
                rendered,
                Words.count(rendered.files(), "file")
                        + " with "
                        + Words.count(rendered.objects(), "object")
                        + undecided);
    }

    private String finished(Event.Finished finished) {
        String time = " in " + Words.duration(finished.milliseconds());
        if (finished.interrupted()) {
            return paint.yellow("interrupted") + time;
        }
        return finished.outcome().exitCode() == 0
                ? paint.green("done") + time
                : paint.red("ended with " + finished.outcome().exitCode())
                        + time
                        + ": "
                        + finished.outcome().meaning();
    }

    private String result(StageResult result) {
        return switch (result) {
            case SUCCEEDED -> paint.green("succeeded");
            case FAILED -> paint.red("failed");
            case TIMED_OUT -> paint.red("timed out");
            case INTERRUPTED -> paint.yellow("interrupted");
        };
    }

    private static String changes(int added, int changed, int removed, int unchanged) {
        if (added + changed + removed == 0) {
            return "nothing changes, " + unchanged + " unchanged";
        }
        return added
                + " added, "
                + changed
                + " changed, "
                + removed
                + " removed, "
                + unchanged
                + " unchanged";
    }

    private String stage(Event.OfStage event, String text) {
        return paint.cyan(event.stage()) + "  " + text;
    }

    private String formation(Event.OfFormation event, String text) {
        return paint.cyan(event.formation()) + "  " + text;
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()));
    }

    private static String withoutEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
