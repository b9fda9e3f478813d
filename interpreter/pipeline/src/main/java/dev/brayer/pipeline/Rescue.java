package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DestinationChange;
import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.DeployTag;
import dev.brayer.pipeline.run.StageEnd;
import dev.brayer.pipeline.snapshot.SnapshotContent;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `on-failure: rollback`: after a deployment that touched its destination and failed, the last
/// succeeded snapshot comes back, as a snapshot of its own. The failure stays the run's end.
final class Rescue {
    private final RunSession session;

    Rescue(RunSession session) {
        this.session = session;
    }

    StageEnd rescue(FormationPlan failed, StageEnd end) {
        return switch (session.snapshots().lastSucceeded(failed.name())) {
            case Attempt.Failure<Optional<SnapshotContent>> failure ->
                    with(end, failure.diagnostics());
            case Attempt.Success<Optional<SnapshotContent>> success ->
                    success.value().isEmpty() ? end : bringBack(failed, success.value().get(), end);
        };
    }

    private StageEnd bringBack(FormationPlan failed, SnapshotContent before, StageEnd end) {
        Attempt<DestinationChange> computed = failed.destination().compute(before.files());
        Attempt<Optional<String>> head = session.snapshots().head(failed.name());
        if (!(computed instanceof Attempt.Success<DestinationChange> change)
                || !(head instanceof Attempt.Success<Optional<String>> now)) {
            List<Diagnostic> told = new ArrayList<>();
            if (computed instanceof Attempt.Failure<DestinationChange> failure) {
                told.addAll(failure.diagnostics());
            }
            if (head instanceof Attempt.Failure<Optional<String>> failure) {
                told.addAll(failure.diagnostics());
            }
            return with(end, told);
        }
        FormationPlan back =
                new FormationPlan(
                        failed.formation(),
                        null,
                        before.words(),
                        failed.destination(),
                        change.value(),
                        now.value().orElse(null));
        Plan plan = planOf(session, before, back);
        StageEnd restored =
                new Touch(session, plan)
                        .apply(
                                back,
                                before.snapshot().id(),
                                null,
                                () -> StageEnd.SUCCEEDED,
                                new Cancellation());
        if (!restored.succeeded()) {
            return with(end, restored.diagnostics());
        }
        session.events().accept(new Event.RolledBack(failed.name(), before.snapshot().id()));
        return end;
    }

    /// The plan that brings a snapshot back, under a tag of its own.
    static Plan planOf(RunSession session, SnapshotContent before, FormationPlan back) {
        String tag =
                DeployTag.create(
                                session.now(),
                                before.snapshot().commit(),
                                session.request().circumstances().random())
                        .text();
        List<PlannedImage> images = new ArrayList<>();
        for (PublishedImage image : before.snapshot().images()) {
            images.add(
                    new PlannedImage(
                            new PreparedImage(image.name(), image.digest(), false), image));
        }
        return new Plan(
                before.snapshot().application(),
                tag,
                before.snapshot().commit(),
                session.now(),
                List.of(),
                images,
                List.of(back));
    }

    private static StageEnd with(StageEnd end, List<Diagnostic> more) {
        List<Diagnostic> all = new ArrayList<>(end.diagnostics());
        all.addAll(more);
        return new StageEnd(end.result(), end.outcome(), end.reason(), all);
    }
}
