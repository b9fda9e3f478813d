package dev.brayer.pipeline;

import dev.brayer.pipeline.destination.DirectoryDestination;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.image.Images;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.pipeline.model.StageKind;
import dev.brayer.pipeline.process.ShellRunner;
import dev.brayer.pipeline.run.StageCommands;
import dev.brayer.pipeline.run.StageScheduler;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of a pipeline. First everything is looked at: commands that prove, images by digest,
/// rendered files, verdicts, changes. That is the plan. Then, in a run that is more than a plan,
/// exactly that is applied.
final class PipelineRun {
    private final RunSession session;
    private final Project project;
    private final RunRequest request;
    private final boolean planOnly;
    private final List<Stage> looking = new ArrayList<>();
    private final List<Stage> touching = new ArrayList<>();
    private final List<Formation> formations;

    private PipelineRun(RunSession session, boolean planOnly, List<Formation> formations) {
        this.session = session;
        this.project = session.project();
        this.request = session.request();
        this.planOnly = planOnly;
        this.formations = formations;
        for (Stage stage : project.pipeline().stages()) {
            (isBehindTouch(stage) ? touching : looking).add(stage);
        }
    }

    /// Makes the plan, and applies it unless only the plan is wanted.
    static RunReport start(OpenedProject opened, RunRequest request, boolean planOnly) {
        Project project = opened.project().orElse(null);
        Diagnostics wrong = new Diagnostics();
        wrong.addAll(opened.diagnostics());
        List<Formation> formations =
                project == null
                        ? List.of()
                        : CheckProject.selected(
                                project, opened, request.check().formations(), wrong);
        if (project == null || wrong.hasErrors()) {
            for (Diagnostic diagnostic : wrong.toList()) {
                request.events().accept(new Event.Told(diagnostic));
            }
            Outcome outcome = Diagnostics.outcome(wrong.toList());
            request.events().accept(new Event.Finished(outcome, false, 0));
            return new RunReport("", outcome, null, List.of(), wrong.toList(), false);
        }
        try (RunSession session = new RunSession(project, request)) {
            session.tell(wrong.toList());
            Runnable watch =
                    StageScheduler.limit(project.pipeline().limit(), request.cancellation());
            try {
                return new PipelineRun(session, planOnly, formations).run();
            } finally {
                watch.run();
            }
        }
    }

    /// A stage that touches, or that needs one that does.
    private boolean isBehindTouch(Stage stage) {
        if (stage.kind().touches()) {
            return true;
        }
        for (Stage other : touching) {
            if (stage.needs().contains(other.name())) {
                return true;
            }
        }
        return false;
    }

    private RunReport run() {
        List<String> names = new ArrayList<>();
        for (Formation formation : formations) {
            names.add(formation.name().text());
        }
        List<Stage> all = new ArrayList<>(looking);
        if (!planOnly) {
            all.addAll(touching);
        }
        List<String> stageNames = new ArrayList<>();
        for (Stage stage : all) {
            stageNames.add(stage.name());
        }
        session.events()
                .accept(
                        new Event.Started(
                                project.pipeline().application(),
                                session.tag(),
                                session.commit(),
                                names,
                                stageNames,
                                planOnly));
        Map<String, DirectoryDestination> destinations = destinations();
        if (session.hasErrors() || !session.prepareState()) {
            return session.end(Outcome.SUCCESS, null, List.of());
        }
        if (!planOnly
                && (!session.lock(List.copyOf(destinations.keySet())) || !recover(destinations))) {
            return session.end(Outcome.SUCCESS, null, List.of());
        }
        return work(all, destinations);
    }

    /// Where the formations go that a stage deploys, in the order in which the project lists them.
    private Map<String, DirectoryDestination> destinations() {
        Map<String, DirectoryDestination> found = new LinkedHashMap<>();
        Diagnostics wrong = new Diagnostics();
        Destinations destinations = new Destinations(project);
        for (Formation formation : formations) {
            String name = formation.name().text();
            for (Stage stage : touching) {
                if (stage.kind() == StageKind.DEPLOY
                        && stage.concerns(name)
                        && !found.containsKey(name)) {
                    DirectoryDestination destination = destinations.of(formation, wrong);
                    if (destination == null) {
                        break;
                    }
                    found.put(name, destination);
                }
            }
        }
        session.tell(wrong.toList());
        return found;
    }

    /// Finishes or undoes what a killed run left.
    private boolean recover(Map<String, DirectoryDestination> destinations) {
        for (DirectoryDestination destination : destinations.values()) {
            switch (destination.recover()) {
                case Attempt.Success<Done> success -> session.tell(success.notes());
                case Attempt.Failure<Done> failure -> session.tell(failure.diagnostics());
            }
        }
        return !session.hasErrors();
    }

    private RunReport work(List<Stage> all, Map<String, DirectoryDestination> destinations) {
        Images images = request.check().images().apply(project);
        RunImages runImages =
                new RunImages(
                        project,
                        session.tag(),
                        () -> images,
                        session.events(),
                        request.circumstances().clock());
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("BRAYER_APPLICATION", project.pipeline().application());
        variables.put("BRAYER_DEPLOY_TAG", session.tag());
        if (session.commit() != null) {
            variables.put("BRAYER_COMMIT", session.commit());
        }
        StageCommands commands =
                new StageCommands(
                        new ShellRunner(project.root(), request.circumstances().environment()),
                        session.events(),
                        request.circumstances().clock(),
                        variables);
        session.tell(commands.preflights(all, request.cancellation()));
        if (session.hasErrors() || request.cancellation().isCancelled()) {
            return session.end(Outcome.SUCCESS, null, List.of());
        }
        RunFormations runFormations = new RunFormations(session, formations, runImages);
        StageWork work = new StageWork(session, runFormations, runImages, commands);
        StageScheduler scheduler =
                new StageScheduler(
                        work,
                        session.events(),
                        request.circumstances().clock(),
                        request.cancellation());
        scheduler.run(looking);
        Plan plan = plan(scheduler, runFormations, runImages, destinations);
        if (plan != null && !planOnly) {
            work.apply(plan);
            scheduler.run(touching);
        } else if (!planOnly) {
            for (Stage stage : touching) {
                session.events()
                        .accept(new Event.StageSkipped(stage.name(), "there is no plan to apply"));
            }
        }
        session.remember(scheduler.diagnostics());
        return session.end(scheduler.outcome(), plan, runFormations.all());
    }

    /// The plan, `null` when something that it needs failed.
    private @Nullable Plan plan(
            StageScheduler scheduler,
            RunFormations checked,
            RunImages images,
            Map<String, DirectoryDestination> destinations) {
        boolean ready =
                scheduler.outcome().compareTo(Outcome.FINDINGS) <= 0
                        && !request.cancellation().isCancelled();
        for (Stage stage : looking) {
            boolean gives = stage.kind() == StageKind.BUILD || stage.kind() == StageKind.RENDER;
            ready &= !gives || scheduler.succeeded(stage.name());
        }
        if (!ready || !checked.completeFor(destinations.keySet())) {
            return null;
        }
        Planner planner = new Planner(session, !planOnly);
        List<FormationPlan> plans = new ArrayList<>();
        for (CheckedFormation formation : checked.all()) {
            DirectoryDestination destination =
                    destinations.get(formation.formation().name().text());
            FormationPlan plan = destination == null ? null : planner.plan(formation, destination);
            if (plan != null) {
                plans.add(plan);
            }
        }
        Plan plan =
                new Plan(
                        project.pipeline().application(),
                        session.tag(),
                        session.commit(),
                        session.start(),
                        project.pipeline().stages(),
                        images.planned(),
                        plans);
        return session.hasErrors() || !planner.write(plan) ? null : plan;
    }
}
