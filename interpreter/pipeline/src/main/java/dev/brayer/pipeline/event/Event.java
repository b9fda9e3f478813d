package dev.brayer.pipeline.event;

import dev.brayer.pipeline.model.StageKind;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can be observed of a plan, a run or a rollback. Printers are consumers of this
/// one type.
///
/// No event carries the value of a secret.
public sealed interface Event {
    /// Events that belong to a stage.
    sealed interface OfStage extends Event {
        String stage();
    }

    /// Events that belong to a formation.
    sealed interface OfFormation extends Event {
        String formation();
    }

    /// The first event.
    ///
    /// @param tag the deployment tag of the run
    /// @param commit the commit that is checked out, if known
    /// @param stages the names of the stages, in the order in which they may start
    /// @param planOnly whether nothing will be touched
    record Started(
            String application,
            String tag,
            @Nullable String commit,
            List<String> formations,
            List<String> stages,
            boolean planOnly)
            implements Event {
        public Started {
            formations = List.copyOf(formations);
            stages = List.copyOf(stages);
        }
    }

    /// A preflight check of a stage was made.
    record PreflightChecked(String stage, String command, boolean passed) implements OfStage {}

    /// @param attempt from 1; larger after a retry
    record StageStarted(String stage, StageKind kind, int attempt) implements OfStage {}

    /// A line that a command printed, without its line end, cut where it is unreasonably long.
    record Output(String stage, @Nullable String formation, Stream stream, String line)
            implements OfStage {
        /// Which of a command's two outputs.
        public enum Stream {
            STDOUT,
            STDERR
        }
    }

    /// A probe was made; it is repeated until it succeeds or its time is up.
    record Probed(String stage, int attempt, boolean succeeded) implements OfStage {}

    /// A person is asked before the stage goes on.
    record Asked(String stage, String question, boolean agreed) implements OfStage {}

    /// The attempt failed and is repeated.
    record StageRetried(String stage, int failedAttempt, int retriesLeft, String reason)
            implements OfStage {}

    /// @param milliseconds how long it took, all attempts together
    record StageFinished(String stage, StageResult result, long milliseconds) implements OfStage {}

    /// The stage never started.
    record StageSkipped(String stage, String reason) implements OfStage {}

    record ImageStarted(String stage, String image) implements OfStage {}

    record ImageProgress(String stage, String image, String line) implements OfStage {}

    /// @param reused whether the same content was there before
    record ImagePrepared(
            String stage, String image, String digest, boolean reused, long milliseconds)
            implements OfStage {}

    /// @param undecided words whose values only a later moment knows
    record FormationRendered(String formation, int files, int objects, List<String> undecided)
            implements OfFormation {
        public FormationRendered {
            undecided = List.copyOf(undecided);
        }
    }

    record FormationJudged(String formation, int rules, int failed, int warned)
            implements OfFormation {}

    /// What the destination will look different in.
    record ChangesPlanned(
            String formation,
            String destination,
            int added,
            int changed,
            int removed,
            int unchanged)
            implements OfFormation {}

    /// The plan is complete and nothing was touched so far.
    record PlanWritten(String file) implements Event {}

    /// Touch began: every image of the run has the tag.
    record TagsPublished(String tag, List<String> images) implements Event {
        public TagsPublished {
            images = List.copyOf(images);
        }
    }

    /// @param state `started`, `succeeded`, `failed`, `interrupted`
    record SnapshotRecorded(String formation, String snapshot, String state)
            implements OfFormation {}

    /// The destination holds the new state.
    record Deployed(
            String formation,
            String destination,
            int added,
            int changed,
            int removed,
            int unchanged)
            implements OfFormation {}

    /// A deployment failed and the state before it is back.
    record RolledBack(String formation, String snapshot) implements OfFormation {}

    /// Something to tell that belongs to no stage, such as files that were changed by hand.
    record Told(Diagnostic diagnostic) implements Event {}

    /// The last event.
    record Finished(Outcome outcome, boolean interrupted, long milliseconds) implements Event {}
}
