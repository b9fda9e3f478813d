package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.StageResult;
import dev.brayer.pipeline.model.OnFailure;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.pipeline.model.StageKind;
import dev.brayer.pipeline.run.StageCommands;
import dev.brayer.pipeline.run.StageEnd;
import dev.brayer.pipeline.run.StageScheduler;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the stages of one run do.
final class StageWork implements StageScheduler.Work {
    private final RunSession session;
    private final List<Formation> selected;
    private final RunImages images;
    private final StageCommands commands;
    private final FormationWork formationWork;
    private final WordsOutside outside;
    private final Map<String, CheckedFormation> formations = new LinkedHashMap<>();
    private final Set<String> judged = new LinkedHashSet<>();
    private final Set<String> deployed = new LinkedHashSet<>();
    private final List<Diagnostic> told = new ArrayList<>();
    private @Nullable Plan plan;

    StageWork(
            RunSession session,
            List<Formation> selected,
            RunImages images,
            StageCommands commands) {
        this.session = session;
        this.selected = selected;
        this.images = images;
        this.commands = commands;
        formationWork =
                new FormationWork(
                        session.project(),
                        session.request().check(),
                        new PreviousDeployment(session.project()));
        outside =
                new WordsOutside(
                        session.project(),
                        session.request().check().environment(),
                        images,
                        session.tag());
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
        return stage.formations().isEmpty() || !concerned(stage).isEmpty()
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

    private List<Formation> concerned(Stage stage) {
        List<Formation> found = new ArrayList<>();
        for (Formation formation : selected) {
            if (stage.concerns(formation.name().text())) {
                found.add(formation);
            }
        }
        return found;
    }

    private StageEnd build(Stage stage, Cancellation token) {
        String wanted = session.request().imagesTag();
        List<Diagnostic> found =
                wanted == null ? images.prepareAll(stage.name(), token) : images.takeTagged(wanted);
        StageEnd end = ended(found, "an image could not be made");
        return end.succeeded() ? commands.probe(stage, null, Map.of(), token) : end;
    }

    private StageEnd render(Stage stage, Cancellation token) {
        for (Formation formation : concerned(stage)) {
            if (token.isCancelled()) {
                return StageEnd.interrupted();
            }
            render(formation);
        }
        synchronized (this) {
            formationWork.compare(formations());
        }
        return ended(news(), "a stencil could not be filled");
    }

    private synchronized CheckedFormation render(Formation formation) {
        String name = formation.name().text();
        CheckedFormation known = formations.get(name);
        if (known == null) {
            known = formationWork.render(formation, outside);
            formations.put(name, known);
            session.events()
                    .accept(
                            new Event.FormationRendered(
                                    name,
                                    known.rendered().files().size(),
                                    known.documents().size(),
                                    List.of()));
        }
        return known;
    }

    private StageEnd check(Stage stage, Cancellation token) {
        boolean fails = false;
        for (Formation formation : concerned(stage)) {
            if (token.isCancelled()) {
                return StageEnd.interrupted();
            }
            Verdict verdict = judge(formation).verdict();
            fails |= verdict != null && verdict.fails();
        }
        StageEnd end = ended(news(), "a policy could not be used");
        return end.succeeded() && fails ? StageEnd.findings() : end;
    }

    private synchronized CheckedFormation judge(Formation formation) {
        CheckedFormation rendered = render(formation);
        String name = formation.name().text();
        if (!judged.add(name)) {
            return rendered;
        }
        CheckedFormation checked = formationWork.judge(rendered);
        formations.put(name, checked);
        Verdict verdict = checked.verdict();
        if (verdict != null) {
            Summary summary = verdict.summary();
            session.events()
                    .accept(
                            new Event.FormationJudged(
                                    name, summary.rules(), summary.failed(), summary.warned()));
        }
        return checked;
    }

    /// Renders and judges what no stage has: nothing is deployed without. Says whether all of it is
    /// complete.
    boolean completeFor(Set<String> names) {
        for (Formation formation : selected) {
            if (names.contains(formation.name().text())) {
                judge(formation);
            }
        }
        session.tell(news());
        for (CheckedFormation checked : formations()) {
            if (!checked.rendered().isComplete()) {
                return false;
            }
            Verdict verdict = checked.verdict();
            boolean unseen = verdict != null && verdict.fails() && !hasCheckStage();
            if (unseen) {
                session.tell(
                        List.of(
                                Diagnostic.error(
                                        dev.brayer.pipeline.model.PipelineCode.POLICIES_NOT_MET,
                                        checked.formation().name().place(),
                                        "formation `"
                                                + checked.formation().name()
                                                + "` does not meet its policies")));
            }
        }
        return !session.hasErrors();
    }

    private boolean hasCheckStage() {
        for (Stage stage : session.project().pipeline().stages()) {
            if (stage.kind() == StageKind.CHECK) {
                return true;
            }
        }
        return false;
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
        for (Formation formation : concerned(stage)) {
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
        for (Formation formation : concerned(stage)) {
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

    /// What rendering and judging said since the last question.
    private synchronized List<Diagnostic> news() {
        List<Diagnostic> all = new ArrayList<>(formationWork.diagnostics());
        all.addAll(images.failures());
        all.removeAll(told);
        told.addAll(all);
        return all;
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

    /// What was rendered, in the order of the project.
    synchronized List<CheckedFormation> formations() {
        List<CheckedFormation> found = new ArrayList<>();
        for (Formation formation : selected) {
            CheckedFormation known = formations.get(formation.name().text());
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }
}
