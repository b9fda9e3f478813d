package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.pipeline.git.CommittedTree;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Settings;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a commit says: the project rendered as it was there (`--base`).
final class PreviousCommit implements Previous, AutoCloseable {
    private final Project project;
    private final CheckRequest request;
    private final String reference;
    private final CommittedTree tree;

    /// The project of that commit; null before it was asked for.
    private @Nullable OpenedProject opened;

    private PreviousCommit(
            Project project, CheckRequest request, String reference, CommittedTree tree) {
        this.project = project;
        this.request = request;
        this.reference = reference;
        this.tree = tree;
    }

    /// Null, with an error, where there is no such commit.
    static @Nullable PreviousCommit open(
            Project project, CheckRequest request, String reference, Diagnostics diagnostics) {
        CommittedTree tree = CommittedTree.open(project.git().orElse(null), reference, diagnostics);
        return tree == null ? null : new PreviousCommit(project, request, reference, tree);
    }

    @Override
    public @Nullable List<Document> of(Formation formation, Diagnostics diagnostics) {
        Project then = project().project().orElse(null);
        Formation same = then == null ? null : then.formation(formation.name().text());
        if (then == null || same == null) {
            boolean unreadable = project().hasErrors() && hasProject();
            if (unreadable) {
                unknown(formation, project().diagnostics(), diagnostics);
            }
            // A formation that was not there had no objects.
            return unreadable ? null : List.of();
        }
        // What `--set` says belongs to the change, unless the words have no value without it.
        CheckedFormation rendered = render(then, same, Settings.NONE);
        if (hasErrors(rendered)) {
            rendered = render(then, same, request.settings());
        }
        if (hasErrors(rendered)) {
            unknown(formation, rendered.rendered().diagnostics(), diagnostics);
            return null;
        }
        return rendered.documents();
    }

    private OpenedProject project() {
        OpenedProject known = opened;
        if (known == null) {
            known = ProjectOpener.openAt(project, tree, reference);
            opened = known;
        }
        return known;
    }

    private boolean hasProject() {
        return ProjectOpener.isAt(project, tree, reference);
    }

    private CheckedFormation render(Project then, Formation formation, Settings settings) {
        CheckRequest asked = request.withSettings(settings);
        ShownImages images = new ShownImages(then, asked);
        return new FormationWork(then, asked, (_, _) -> null)
                .render(formation, new WordsOutside(then, asked.environment(), images, null));
    }

    private static boolean hasErrors(CheckedFormation formation) {
        for (Diagnostic diagnostic : formation.rendered().diagnostics()) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }

    /// The old project's mistakes are no mistakes of today; but what follows is said.
    private void unknown(Formation formation, List<Diagnostic> problems, Diagnostics diagnostics) {
        Diagnostic warning =
                Diagnostic.warning(
                        PipelineCode.BASE,
                        null,
                        "formation `"
                                + formation.name()
                                + "` cannot be rendered as it was at `"
                                + reference
                                + "`, so its previous version is not known");
        for (Diagnostic problem : problems) {
            if (problem.isError()) {
                String where = problem.place() == null ? "" : problem.place() + ": ";
                diagnostics.add(warning.withHint(where + problem.message()));
                return;
            }
        }
        diagnostics.add(warning);
    }

    @Override
    public void close() {
        tree.close();
    }
}
