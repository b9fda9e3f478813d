package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.StageResult;
import dev.brayer.pipeline.model.OnFailure;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.pipeline.model.StageKind;
import dev.brayer.pipeline.run.StageCommands;
import dev.brayer.pipeline.run.StageEnd;
import dev.brayer.pipeline.run.StageScheduler;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the stages of one run do.
final class StageWork implements StageScheduler.Work {
    private final RunSession session;
    private final RunImages images;
    private final StageCommands commands;
    private final RunFormations formations;
    private final Set<String> deployed = new LinkedHashSet<>();
    private @Nullable Plan plan;

    StageWork(
            RunSession session,
            RunFormations formations,
            RunImages images,
            StageCommands commands) {
        this.session = session;
        this.formations = formations;
        this.images = images;
        this.commands = commands;
    }

    /// From here on there is a plan to apply.
    void apply(Plan complete) {
        plan = complete;
    }

    @Override
    public @Nullable String idle(Stage stage) {
        if (stage.kind() == StageKind.BUILD && session.project().pipeline().images().isEmpty()) {
            return "there are no images";
        }
        return stage.formations().isEmpty() || !formations.concerned(stage).isEmpty()
                ? null
                : "the run is limited to other formations";
    }

    @Override
    public boolean agreed(Stage stage, String question) {
        return session.request().consent().agrees(stage.name(), question);
    }

    @Override
    public StageEnd run(Stage stage, Cancellation token) {
        return switch (stage.kind()) {
            case TEST, RUN -> commands.run(stage, null, Map.of(), token);
            case BUILD -> build(stage, token);
            case RENDER -> render(stage, token);
            case CHECK -> check(stage, token);
            case DEPLOY -> deploy(stage, token);
            case AFTER -> after(stage, token);
            case MIGRATE, WAIT ->
                    throw new IllegalStateException("refused when the pipeline was read");
        };
    }

    private StageEnd build(Stage stage, Cancellation token) {
        String wanted = session.request().imagesTag();
        List<Diagnostic> found =
                wanted == null ? images.prepareAll(stage.name(), token) : images.takeTagged(wanted);
        StageEnd end = ended(found, "an image could not be made");
        return end.succeeded() ? commands.probe(stage, null, Map.of(), token) : end;
    }

    private StageEnd render(Stage stage, Cancellation token) {
        for (Formation formation : formations.concerned(stage)) {
            if (token.isCancelled()) {
                return StageEnd.interrupted();
            }
            var unused = formations.render(formation);
        }
        formations.compare();
        return ended(formations.news(), "a stencil could not be filled");
    }

    private StageEnd check(Stage stage, Cancellation token) {
        boolean fails = false;
        for (Formation formation : formations.concerned(stage)) {
            if (token.isCancelled()) {
                return StageEnd.interrupted();
            }
            Verdict verdict = formations.judge(formation).verdict();
            fails |= verdict != null && verdict.fails();
        }
        StageEnd end = ended(formations.news(), "a policy could not be used");
        return end.succeeded() && fails ? StageEnd.findings() : end;
    }

    private StageEnd deploy(Stage stage, Cancellation token) {
        Plan complete = plan;
        if (complete == null) {
            throw new IllegalStateException("there is no plan to apply");
        }
        StageEnd published = ended(images.publish(token), "the images could not be tagged");
        if (!published.succeeded()) {
            return published;
        }
        for (Formation formation : formations.concerned(stage)) {
            String name = formation.name().text();
            FormationPlan own = complete.formation(name);
            if (own == null || deployed.contains(name)) {
                continue;
            }
            if (token.isCancelled()) {
                return StageEnd.interrupted();
            }
            StageEnd end =
                    new Touch(session, complete)
                            .apply(
                                    own,
                                    null,
                                    null,
                                    () -> commands.probe(stage, name, variables(own), token),
                                    token);
            if (!end.succeeded()) {
                boolean failed = end.result() != StageResult.INTERRUPTED;
                return failed && stage.onFailure() == OnFailure.ROLLBACK
                        ? new Rescue(session).rescue(own, end)
                        : end;
            }
            deployed.add(name);
        }
        return StageEnd.SUCCEEDED;
    }

    private StageEnd after(Stage stage, Cancellation token) {
        for (Formation formation : formations.concerned(stage)) {
            String name = formation.name().text();
            if (!deployed.contains(name)) {
                continue;
            }
            FormationPlan own = plan == null ? null : plan.formation(name);
            StageEnd end =
                    commands.run(stage, name, own == null ? Map.of() : variables(own), token);
            if (!end.succeeded()) {
                return end;
            }
        }
        return StageEnd.SUCCEEDED;
    }

    private static Map<String, String> variables(FormationPlan plan) {
        return Map.of("BRAYER_DESTINATION", plan.destination().folder().toString());
    }

    /// The end of work that told these; warnings alone do not fail it.
    private StageEnd ended(List<Diagnostic> found, String reason) {
        Diagnostics collected = new Diagnostics();
        collected.addAll(found);
        if (collected.hasErrors()) {
            return StageEnd.failed(reason, found);
        }
        session.tell(found);
        return StageEnd.SUCCEEDED;
    }
}
