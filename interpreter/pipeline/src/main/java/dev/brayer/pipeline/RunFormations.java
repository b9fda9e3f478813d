package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.pipeline.model.StageKind;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The formations of one run, each rendered and judged once: by the first stage that needs it, and
/// stages may run at the same time.
final class RunFormations {
    private final RunSession session;
    private final List<Formation> selected;
    private final RunImages images;
    private final FormationWork work;
    private final WordsOutside outside;
    private final Map<String, CheckedFormation> known = new LinkedHashMap<>();
    private final Set<String> judged = new LinkedHashSet<>();
    private final List<Diagnostic> told = new ArrayList<>();

    RunFormations(RunSession session, List<Formation> selected, RunImages images) {
        this.session = session;
        this.selected = selected;
        this.images = images;
        work =
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

    /// Those of a stage.
    List<Formation> concerned(Stage stage) {
        List<Formation> found = new ArrayList<>();
        for (Formation formation : selected) {
            if (stage.concerns(formation.name().text())) {
                found.add(formation);
            }
        }
        return found;
    }

    /// Renders a formation unless some stage has.
    synchronized CheckedFormation render(Formation formation) {
        String name = formation.name().text();
        CheckedFormation rendered = known.get(name);
        if (rendered == null) {
            rendered = work.renderToApply(formation, outside);
            known.put(name, rendered);
            session.events()
                    .accept(
                            new Event.FormationRendered(
                                    name,
                                    rendered.rendered().files().size(),
                                    rendered.documents().size(),
                                    List.of()));
        }
        return rendered;
    }

    /// Notes what differs between the formations that are rendered.
    synchronized void compare() {
        work.compare(all());
    }

    /// Renders and judges a formation unless some stage has.
    synchronized CheckedFormation judge(Formation formation) {
        CheckedFormation rendered = render(formation);
        String name = formation.name().text();
        if (!judged.add(name)) {
            return rendered;
        }
        CheckedFormation checked = work.judge(rendered);
        known.put(name, checked);
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
        for (CheckedFormation checked : all()) {
            if (!checked.rendered().isComplete()) {
                return false;
            }
            Verdict verdict = checked.verdict();
            boolean unseen = verdict != null && verdict.fails() && !hasCheckStage();
            if (unseen) {
                session.tell(
                        List.of(
                                Diagnostic.error(
                                        PipelineCode.POLICIES_NOT_MET,
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

    /// What rendering and judging said since the last question.
    synchronized List<Diagnostic> news() {
        List<Diagnostic> all = new ArrayList<>(work.diagnostics());
        all.addAll(images.failures());
        all.removeAll(told);
        told.addAll(all);
        return all;
    }

    /// What was rendered, in the order of the project.
    synchronized List<CheckedFormation> all() {
        List<CheckedFormation> found = new ArrayList<>();
        for (Formation formation : selected) {
            CheckedFormation checked = known.get(formation.name().text());
            if (checked != null) {
                found.add(checked);
            }
        }
        return found;
    }
}
