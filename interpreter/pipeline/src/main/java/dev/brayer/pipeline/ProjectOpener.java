package dev.brayer.pipeline;

import dev.brayer.pipeline.git.GitFolder;
import dev.brayer.pipeline.model.InsideProject;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.PipelineReader;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.stencil.CommittedFiles;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.formation.FormationReader;
import dev.brayer.stencil.render.Clashes;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds a project, reads its pipeline and formations, and looks at them together.
final class ProjectOpener {
    private final Path shownFrom;
    private final Diagnostics diagnostics = new Diagnostics();

    ProjectOpener(Path shownFrom) {
        this.shownFrom = shownFrom;
    }

    OpenedProject open(Path start) {
        Path root = root(start);
        if (root == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.NO_PROJECT,
                                    null,
                                    "there is no "
                                            + PipelineReader.FILE_NAME
                                            + " in `"
                                            + start.normalize()
                                            + "` or in a folder above it")
                            .withHint(
                                    "change into a project's folder, or name it with `-C FOLDER`"));
            return new OpenedProject(null, diagnostics.toList());
        }
        try {
            Project project = read(root.toRealPath());
            return new OpenedProject(project, diagnostics.toList());
        } catch (IOException failed) {
            diagnostics.add(
                    Diagnostic.error(
                            PipelineCode.NO_PROJECT,
                            null,
                            "`" + root + "` cannot be read: " + failed.getMessage()));
            return new OpenedProject(null, diagnostics.toList());
        }
    }

    /// A project as a commit has it. Names of its sources are those of git:
    /// `main:shop/pipeline.yml`, from the root of the work tree.
    static OpenedProject openAt(Project now, CommittedFiles files, String reference) {
        ProjectOpener opener = new ProjectOpener(now.root());
        Project project = opener.read(now, folderAt(now, files, reference));
        return new OpenedProject(project, opener.diagnostics.toList());
    }

    /// Whether a commit has the project at all.
    static boolean isAt(Project now, CommittedFiles files, String reference) {
        return !(folderAt(now, files, reference).read(PipelineReader.FILE_NAME)
                instanceof ProjectFolder.Read.Absent);
    }

    private static ProjectFolder folderAt(Project now, CommittedFiles files, String reference) {
        String way = now.folder().boundary().relativize(now.root()).toString().replace('\\', '/');
        return now.folder().at(files, reference + ":" + (way.isEmpty() ? "" : way + "/"));
    }

    private @Nullable Project read(Project now, ProjectFolder folder) {
        Source source = source(folder);
        Pipeline pipeline =
                source == null
                        ? null
                        : PipelineReader.read(
                                source,
                                new InsideProject(now.root(), folder.boundary()),
                                diagnostics);
        return pipeline == null
                ? null
                : new Project(
                        folder, now.git().orElse(null), pipeline, formations(folder, pipeline));
    }

    private static @Nullable Path root(Path start) {
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(PipelineReader.FILE_NAME))) {
                return at;
            }
        }
        return null;
    }

    private @Nullable Project read(Path root) throws IOException {
        GitFolder git = GitFolder.around(root).orElse(null);
        Path boundary = git == null ? root : git.workTree();
        ProjectFolder folder = ProjectFolder.of(root, boundary, prefix(root));
        Source source = source(folder);
        Pipeline pipeline =
                source == null
                        ? null
                        : PipelineReader.read(
                                source,
                                new InsideProject(root, boundary.toRealPath()),
                                diagnostics);
        if (pipeline == null) {
            return null;
        }
        List<Formation> formations = formations(folder, pipeline);
        diagnostics.addAll(Clashes.ofDestinations(formations));
        checkStages(pipeline, formations);
        return new Project(folder, git, pipeline, formations);
    }

    /// What stands before a path of the project when it is seen from where messages are read.
    private String prefix(Path root) throws IOException {
        Path from = shownFrom.toRealPath();
        String way = from.relativize(root).toString().replace('\\', '/');
        return way.isEmpty() ? "" : way + "/";
    }

    private @Nullable Source source(ProjectFolder folder) {
        ProjectFolder.Read read = folder.read(PipelineReader.FILE_NAME);
        if (read instanceof ProjectFolder.Read.Text text) {
            return text.source();
        }
        String name = folder.name(PipelineReader.FILE_NAME);
        String reason =
                read instanceof ProjectFolder.Read.Unreadable unreadable
                        ? unreadable.reason()
                        : "it is no file of the project";
        diagnostics.add(
                Diagnostic.error(
                        PipelineCode.NO_PROJECT,
                        Source.unread(name).wholeFile(),
                        name + " cannot be read: " + reason));
        return null;
    }

    private List<Formation> formations(ProjectFolder folder, Pipeline pipeline) {
        List<Formation> formations = new ArrayList<>();
        Written application = new Written(pipeline.application(), pipeline.source().wholeFile());
        for (Pipeline.Written path : pipeline.formations()) {
            Formation formation =
                    FormationReader.read(
                            folder, path.text(), path.place(), application, diagnostics);
            if (formation != null
                    && isAlone(formation, formations)
                    && belongs(formation, pipeline)) {
                formations.add(formation);
            }
        }
        return formations;
    }

    private boolean belongs(Formation formation, Pipeline pipeline) {
        if (formation.application().text().equals(pipeline.application())) {
            return true;
        }
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.OTHER_APPLICATION,
                                formation.application().place(),
                                "formation `"
                                        + formation.name()
                                        + "` belongs to application `"
                                        + formation.application()
                                        + "`, the pipeline to `"
                                        + pipeline.application()
                                        + "`")
                        .withHint("leave `application:` out of the formation"));
        return false;
    }

    private boolean isAlone(Formation formation, List<Formation> others) {
        for (Formation other : others) {
            if (other.name().text().equals(formation.name().text())) {
                diagnostics.add(
                        Diagnostic.error(
                                        PipelineCode.FORMATION_TWICE,
                                        formation.name().place(),
                                        "two formations are called `" + formation.name() + "`")
                                .withHint("give one of them another name")
                                .withRelated(other.name().place(), "the first one"));
                return false;
            }
        }
        return true;
    }

    private void checkStages(Pipeline pipeline, List<Formation> formations) {
        List<String> names = new ArrayList<>();
        for (Formation formation : formations) {
            names.add(formation.name().text());
        }
        if (names.size() < pipeline.formations().size()) {
            // A formation that could not be read was complained about; its name is not known.
            return;
        }
        for (Stage stage : pipeline.stages()) {
            for (String name : stage.formations()) {
                if (!names.contains(name)) {
                    String near = Suggestions.didYouMean(name, names);
                    diagnostics.add(
                            Diagnostic.error(
                                            PipelineCode.UNKNOWN_FORMATION,
                                            stage.place(),
                                            "stage `"
                                                    + stage.name()
                                                    + "` names formation `"
                                                    + name
                                                    + "`, which the project does not have")
                                    .withHint(
                                            near == null
                                                    ? "formations are " + String.join(", ", names)
                                                    : near));
                }
            }
        }
    }
}
