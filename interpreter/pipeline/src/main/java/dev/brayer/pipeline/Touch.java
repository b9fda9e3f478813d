package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DestinationChange;
import dev.brayer.pipeline.destination.FileChange;
import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.pipeline.run.StageEnd;
import dev.brayer.pipeline.snapshot.Snapshot;
import dev.brayer.pipeline.snapshot.SnapshotContent;
import dev.brayer.pipeline.snapshot.SnapshotState;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings one planned formation to its destination, between two entries of its history: started,
/// and the verdict.
final class Touch {
    private final RunSession session;
    private final Plan plan;

    /// What has to hold after the new state stands, before it counts as a success.
    interface Proof {
        StageEnd prove();
    }

    Touch(RunSession session, Plan plan) {
        this.session = session;
        this.plan = plan;
    }

    /// @param restores the snapshot that is brought back, `null` for a run
    /// @param reason of an emergency
    StageEnd apply(
            FormationPlan formation,
            @Nullable String restores,
            @Nullable String reason,
            Proof proof,
            Cancellation token) {
        SnapshotContent content = content(formation, restores, reason);
        String head;
        switch (record(content, formation.head())) {
            case Attempt.Failure<String> failure -> {
                return StageEnd.failed("its snapshot could not be recorded", failure.diagnostics());
            }
            case Attempt.Success<String> success -> head = success.value();
        }
        if (token.isCancelled()) {
            return closed(content, head, SnapshotState.INTERRUPTED, StageEnd.interrupted());
        }
        return switch (formation.destination().apply(formation.change(), plan.tag())) {
            case Attempt.Failure<Done> failure ->
                    closed(
                            content,
                            head,
                            SnapshotState.FAILED,
                            StageEnd.failed(
                                    "its destination could not be written", failure.diagnostics()));
            case Attempt.Success<Done> success -> applied(formation, content, head, proof);
        };
    }

    private StageEnd applied(
            FormationPlan formation, SnapshotContent content, String head, Proof proof) {
        DestinationChange change = formation.change();
        session.events()
                .accept(
                        new Event.Deployed(
                                formation.name(),
                                change.destination(),
                                change.count(FileChange.Kind.ADDED),
                                change.count(FileChange.Kind.CHANGED),
                                change.count(FileChange.Kind.REMOVED),
                                change.count(FileChange.Kind.UNCHANGED)));
        StageEnd proved = proof.prove();
        return closed(
                content,
                head,
                switch (proved.result()) {
                    case SUCCEEDED -> SnapshotState.SUCCEEDED;
                    case FAILED, TIMED_OUT -> SnapshotState.FAILED;
                    case INTERRUPTED -> SnapshotState.INTERRUPTED;
                },
                proved);
    }

    /// Records the verdict; what cannot be recorded is a failure too.
    private StageEnd closed(
            SnapshotContent content, String head, SnapshotState state, StageEnd end) {
        SnapshotContent verdict = content.endedAs(state, session.now());
        if (record(verdict, head) instanceof Attempt.Failure<String> failure) {
            List<Diagnostic> all = new ArrayList<>(end.diagnostics());
            all.addAll(failure.diagnostics());
            return StageEnd.failed(
                    end.succeeded() ? "its snapshot could not be recorded" : end.reason(), all);
        }
        return end;
    }

    private Attempt<String> record(SnapshotContent content, @Nullable String head) {
        Attempt<String> attempt = session.snapshots().record(content, head);
        if (attempt instanceof Attempt.Success<String>) {
            Snapshot snapshot = content.snapshot();
            session.events()
                    .accept(
                            new Event.SnapshotRecorded(
                                    snapshot.formation(), snapshot.id(), snapshot.state().word()));
        }
        return attempt;
    }

    private SnapshotContent content(
            FormationPlan formation, @Nullable String restores, @Nullable String reason) {
        List<PublishedImage> images = new ArrayList<>();
        for (PlannedImage image : plan.images()) {
            images.add(image.named());
        }
        Snapshot snapshot =
                new Snapshot(
                        plan.tag(),
                        plan.application(),
                        formation.name(),
                        plan.commit(),
                        SnapshotState.STARTED,
                        session.request().circumstances().who(),
                        session.now(),
                        0,
                        restores,
                        reason,
                        images);
        return new SnapshotContent(
                snapshot,
                formation.change().files(),
                PlanJson.print(plan, formation),
                PlanJson.findings(formation.verdict()),
                formation.words());
    }
}
