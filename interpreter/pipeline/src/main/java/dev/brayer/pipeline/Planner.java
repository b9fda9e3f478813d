package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DestinationChange;
import dev.brayer.pipeline.destination.DirectoryDestination;
import dev.brayer.pipeline.destination.FileChange;
import dev.brayer.pipeline.destination.PlannedFile;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.RenderedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out what a run would change at the destinations.
final class Planner {
    private final RunSession session;
    private final boolean applied;

    /// @param applied whether the plan will be applied, so that it needs to know where the
    ///   snapshots stand
    Planner(RunSession session, boolean applied) {
        this.session = session;
        this.applied = applied;
    }

    /// What a checked formation changes, or `null` after errors.
    @Nullable FormationPlan plan(CheckedFormation checked, DirectoryDestination destination) {
        List<PlannedFile> files = new ArrayList<>();
        for (RenderedFile file : checked.rendered().files()) {
            files.add(RunStamps.plannedFile(file.name(), file.source().text(), file.documents()));
        }
        return plan(
                checked.formation(),
                checked.verdict(),
                PlanJson.words(checked),
                destination,
                files);
    }

    /// What these files change, or `null` after errors.
    @Nullable FormationPlan plan(
            Formation formation,
            @Nullable Verdict verdict,
            String words,
            DirectoryDestination destination,
            List<PlannedFile> files) {
        String name = formation.name().text();
        String head = null;
        if (applied) {
            switch (session.snapshots().head(name)) {
                case Attempt.Success<Optional<String>> success ->
                        head = success.value().orElse(null);
                case Attempt.Failure<Optional<String>> failure -> {
                    session.tell(failure.diagnostics());
                    return null;
                }
            }
        }
        return switch (destination.compute(files)) {
            case Attempt.Failure<DestinationChange> failure -> {
                session.tell(failure.diagnostics());
                yield null;
            }
            case Attempt.Success<DestinationChange> success -> {
                DestinationChange change = success.value();
                session.tell(change.notes());
                session.events()
                        .accept(
                                new Event.ChangesPlanned(
                                        name,
                                        change.destination(),
                                        change.count(FileChange.Kind.ADDED),
                                        change.count(FileChange.Kind.CHANGED),
                                        change.count(FileChange.Kind.REMOVED),
                                        change.count(FileChange.Kind.UNCHANGED)));
                yield new FormationPlan(formation, verdict, words, destination, change, head);
            }
        };
    }

    /// Keeps the plan for people to read; says whether it could.
    boolean write(Plan plan) {
        try {
            StateFolder state = session.project().state();
            state.write(state.plan(), plan.toJson());
            session.events()
                    .accept(
                            new Event.PlanWritten(
                                    session.project().folder().name(".brayer/plan.json")));
            return true;
        } catch (IOException failed) {
            session.tell(List.of(RunSession.stateFailed(failed)));
            return false;
        }
    }
}
