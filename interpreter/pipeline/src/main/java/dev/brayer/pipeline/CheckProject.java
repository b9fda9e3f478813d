package dev.brayer.pipeline;

import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;

/// `check` and `render`: fills the stencils of formations, without building anything, and judges
/// them.
public final class CheckProject {
    private CheckProject() {}

    /// Renders and judges.
    public static CheckedProject check(OpenedProject opened, CheckRequest request) {
        return work(opened, request, true);
    }

    /// Renders only.
    public static CheckedProject render(OpenedProject opened, CheckRequest request) {
        return work(opened, request, false);
    }

    private static CheckedProject work(OpenedProject opened, CheckRequest request, boolean judged) {
        Project project = opened.project().orElse(null);
        if (project == null) {
            return new CheckedProject(List.of(), opened.diagnostics());
        }
        String base = judged ? request.base() : null;
        if (base == null) {
            return work(opened, project, request, judged, new PreviousDeployment(project));
        }
        Diagnostics diagnostics = new Diagnostics();
        try (PreviousCommit previous = PreviousCommit.open(project, request, base, diagnostics)) {
            return previous == null
                    ? new CheckedProject(List.of(), diagnostics.toList())
                    : work(opened, project, request, true, previous);
        }
    }

    private static CheckedProject work(
            OpenedProject opened,
            Project project,
            CheckRequest request,
            boolean judged,
            Previous previous) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(opened.diagnostics());
        FormationWork work = new FormationWork(project, request, previous);
        ShownImages images = new ShownImages(project, request);
        WordsOutside outside = new WordsOutside(project, request.environment(), images, null);
        List<CheckedFormation> checked = new ArrayList<>();
        for (Formation formation : selected(project, opened, request.formations(), diagnostics)) {
            if (judged || !formation.transformations().isEmpty()) {
                work.prepare(formation);
            }
            CheckedFormation rendered = work.render(formation, outside);
            checked.add(judged ? work.judge(rendered) : rendered);
        }
        work.compare(checked);
        diagnostics.addAll(work.diagnostics());
        diagnostics.addAll(images.diagnostics());
        return new CheckedProject(checked, diagnostics.toList());
    }

    /// The formations of these names; all where none is named.
    static List<Formation> selected(
            Project project, OpenedProject opened, List<String> names, Diagnostics diagnostics) {
        if (names.isEmpty()) {
            return project.formations();
        }
        List<Formation> selected = new ArrayList<>();
        for (Formation formation : project.formations()) {
            if (names.contains(formation.name().text())) {
                selected.add(formation);
            }
        }
        boolean allKnown = project.formations().size() == project.pipeline().formations().size();
        for (String name : names) {
            // Where a formation file could not be read, its name is not known and its errors are
            // said already.
            if (project.formation(name) == null && (allKnown || !opened.hasErrors())) {
                diagnostics.add(unknown(project, name));
            }
        }
        return selected;
    }

    static Diagnostic unknown(Project project, String name) {
        List<String> names = project.formationNames();
        String near = Suggestions.didYouMean(name, names);
        String hint =
                names.isEmpty()
                        ? "list formations in pipeline.yml"
                        : "formations are " + String.join(", ", names);
        return Diagnostic.error(
                        PipelineCode.UNKNOWN_FORMATION,
                        null,
                        "the project has no formation `" + name + "`")
                .withHint(near == null ? hint : near);
    }
}
