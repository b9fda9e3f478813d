package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DirectoryDestination;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.image.ImageStore;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.run.StageEnd;
import dev.brayer.pipeline.snapshot.Snapshot;
import dev.brayer.pipeline.snapshot.SnapshotContent;
import dev.brayer.pipeline.snapshot.SnapshotState;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rollback`: brings an earlier succeeded snapshot back as a new one, byte for byte, if today's
/// policies agree and its images are still there.
public final class Rollback {
    private static final String WHICH = "`brayer history` lists the snapshots";

    private final RunSession session;
    private final Project project;
    private final Formation formation;
    private final RollbackRequest wanted;

    private Rollback(RunSession session, Formation formation, RollbackRequest wanted) {
        this.session = session;
        this.project = session.project();
        this.formation = formation;
        this.wanted = wanted;
    }

    public static RunReport rollback(
            OpenedProject opened, RollbackRequest wanted, RunRequest request) {
        Diagnostics wrong = new Diagnostics();
        wrong.addAll(opened.diagnostics());
        Project project = opened.project().orElse(null);
        Formation formation = project == null ? null : project.formation(wanted.formation());
        if (project != null && formation == null) {
            wrong.add(CheckProject.unknown(project, wanted.formation()));
        }
        if (project == null || formation == null || wrong.hasErrors()) {
            for (Diagnostic diagnostic : wrong.toList()) {
                request.events().accept(new Event.Told(diagnostic));
            }
            Outcome outcome = Diagnostics.outcome(wrong.toList());
            request.events().accept(new Event.Finished(outcome, false, 0));
            return new RunReport("", outcome, null, List.of(), wrong.toList(), false);
        }
        try (RunSession session = new RunSession(project, request)) {
            session.tell(wrong.toList());
            return new Rollback(session, formation, wanted).run();
        }
    }

    private RunReport run() {
        String name = wanted.formation();
        session.events()
                .accept(
                        new Event.Started(
                                project.pipeline().application(),
                                session.tag(),
                                session.commit(),
                                List.of(name),
                                List.of(),
                                false));
        Diagnostics wrong = new Diagnostics();
        DirectoryDestination destination = new Destinations(project).of(formation, wrong);
        session.tell(wrong.toList());
        if (destination == null || !session.prepareState() || !session.lock(List.of(name))) {
            return session.end(Outcome.SUCCESS, null, List.of());
        }
        switch (destination.recover()) {
            case Attempt.Success<Done> success -> session.tell(success.notes());
            case Attempt.Failure<Done> failure -> session.tell(failure.diagnostics());
        }
        SnapshotContent before = session.hasErrors() ? null : chosen();
        if (before == null || !imagesAreThere(before)) {
            return session.end(Outcome.SUCCESS, null, List.of());
        }
        return apply(before, destination);
    }

    private @Nullable SnapshotContent chosen() {
        String id = wanted.snapshot();
        return id == null ? beforeLast() : named(id);
    }

    private @Nullable SnapshotContent named(String id) {
        return switch (session.snapshots().content(wanted.formation(), id)) {
            case Attempt.Failure<SnapshotContent> failure -> {
                session.tell(failure.diagnostics());
                yield null;
            }
            case Attempt.Success<SnapshotContent> success -> {
                SnapshotContent content = success.value();
                if (content.snapshot().state() != SnapshotState.SUCCEEDED) {
                    session.tell(
                            List.of(
                                    Diagnostic.error(
                                                    PipelineCode.SNAPSHOT_NOT_SUCCEEDED,
                                                    null,
                                                    "snapshot `"
                                                            + content.snapshot().id()
                                                            + "` did not succeed: it "
                                                            + state(content.snapshot().state()))
                                            .withHint("choose one that succeeded; " + WHICH)));
                    yield null;
                }
                yield content;
            }
        };
    }

    private static String state(SnapshotState state) {
        return switch (state) {
            case STARTED -> "was started and never ended";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case INTERRUPTED -> "was interrupted";
        };
    }

    /// The succeeded one before the last that was tried: after a failure the last good one, else
    /// the one before it.
    private @Nullable SnapshotContent beforeLast() {
        switch (session.snapshots().history(wanted.formation())) {
            case Attempt.Failure<List<Snapshot>> failure -> session.tell(failure.diagnostics());
            case Attempt.Success<List<Snapshot>> success -> {
                List<Snapshot> all = success.value();
                for (int at = 1; at < all.size(); at++) {
                    if (all.get(at).state() == SnapshotState.SUCCEEDED) {
                        return named(all.get(at).id());
                    }
                }
                session.tell(
                        List.of(
                                Diagnostic.error(
                                                PipelineCode.SNAPSHOT_UNKNOWN,
                                                null,
                                                "formation `"
                                                        + wanted.formation()
                                                        + "` has no earlier snapshot that succeeded")
                                        .withHint(WHICH)));
            }
        }
        return null;
    }

    private boolean imagesAreThere(SnapshotContent content) {
        if (content.snapshot().images().isEmpty()) {
            return true;
        }
        ImageStore store = session.request().check().images().apply(project).store();
        for (PublishedImage image : content.snapshot().images()) {
            switch (store.holds(image.name(), image.digest())) {
                case Attempt.Failure<Boolean> failure -> session.tell(failure.diagnostics());
                case Attempt.Success<Boolean> success -> {
                    if (!success.value()) {
                        session.tell(
                                List.of(
                                        Diagnostic.error(
                                                        PipelineCode.SNAPSHOT_IMAGE_GONE,
                                                        project.pipeline().registry().place(),
                                                        "image `"
                                                                + image.reference()
                                                                + "` of snapshot `"
                                                                + content.snapshot().id()
                                                                + "` is no longer in the registry")
                                                .withHint(
                                                        "nothing was changed; check out its commit and run again to rebuild it")));
                    }
                }
            }
        }
        return !session.hasErrors();
    }

    private RunReport apply(SnapshotContent before, DirectoryDestination destination) {
        Verdict verdict = judge(before);
        CheckedFormation checked =
                new CheckedFormation(
                        formation,
                        new RenderedFormation(formation, List.of(), List.of(), List.of()),
                        SnapshotDocuments.of(before),
                        verdict);
        boolean fails = verdict != null && verdict.fails();
        if (session.hasErrors()) {
            return session.end(Outcome.SUCCESS, null, List.of(checked));
        }
        FormationPlan back =
                new Planner(session, true)
                        .plan(formation, verdict, before.words(), destination, before.files());
        if (back == null) {
            return session.end(Outcome.SUCCESS, null, List.of(checked));
        }
        Plan plan = Rescue.planOf(session, before, back).withTag(session.tag());
        if (fails && wanted.emergency() == null) {
            return session.end(Outcome.FINDINGS, plan, List.of(checked));
        }
        StageEnd end =
                new Touch(session, plan)
                        .apply(
                                back,
                                before.snapshot().id(),
                                fails ? wanted.emergency() : null,
                                () -> StageEnd.SUCCEEDED,
                                session.request().cancellation());
        session.tell(end.diagnostics());
        if (end.succeeded()) {
            session.events()
                    .accept(new Event.RolledBack(wanted.formation(), before.snapshot().id()));
        }
        return session.end(end.outcome(), plan, List.of(checked));
    }

    private @Nullable Verdict judge(SnapshotContent before) {
        FormationWork work =
                new FormationWork(
                        project, session.request().check(), new PreviousDeployment(project));
        Verdict verdict = work.judge(formation, SnapshotDocuments.of(before));
        session.tell(work.diagnostics());
        if (verdict != null) {
            Summary summary = verdict.summary();
            session.events()
                    .accept(
                            new Event.FormationJudged(
                                    wanted.formation(),
                                    summary.rules(),
                                    summary.failed(),
                                    summary.warned()));
        }
        return verdict;
    }
}
