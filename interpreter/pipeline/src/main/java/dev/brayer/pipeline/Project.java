package dev.brayer.pipeline;

import dev.brayer.pipeline.git.GitFolder;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A project: its pipeline and those of its formations that could be read.
public final class Project {
    private final ProjectFolder folder;
    private final @Nullable GitFolder git;
    private final Pipeline pipeline;
    private final List<Formation> formations;

    Project(
            ProjectFolder folder,
            @Nullable GitFolder git,
            Pipeline pipeline,
            List<Formation> formations) {
        this.folder = folder;
        this.git = git;
        this.pipeline = pipeline;
        this.formations = List.copyOf(formations);
    }

    /// The project of a folder: the nearest `pipeline.yml` upwards, and the formations that it
    /// lists.
    ///
    /// @param start the working folder, or what `-C` names
    /// @param shownFrom the folder that file names in messages are relative to
    public static OpenedProject open(Path start, Path shownFrom) {
        return new ProjectOpener(shownFrom).open(start);
    }

    /// The folder of `pipeline.yml`.
    public Path root() {
        return folder.root();
    }

    /// The same, for reading files by their paths in the project.
    public ProjectFolder folder() {
        return folder;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    /// In the order of `formations:`.
    public List<Formation> formations() {
        return formations;
    }

    public @Nullable Formation formation(String name) {
        for (Formation formation : formations) {
            if (formation.name().text().equals(name)) {
                return formation;
            }
        }
        return null;
    }

    public List<String> formationNames() {
        List<String> names = new ArrayList<>();
        for (Formation formation : formations) {
            names.add(formation.name().text());
        }
        return names;
    }

    /// The rules that the pipeline and its formations name, each file once.
    public List<Source> policies(Diagnostics diagnostics) {
        PolicyFiles files = new PolicyFiles(this, diagnostics);
        for (Pipeline.Written written : pipeline.policies()) {
            files.add(written.text(), written.place());
        }
        for (Formation formation : formations) {
            for (Written written : formation.policies()) {
                files.add(written.text(), written.place());
            }
        }
        return files.readRules(pipeline.source().wholeFile());
    }

    /// The git work tree around the project, if there is one.
    public Optional<GitFolder> git() {
        return Optional.ofNullable(git);
    }

    /// What brayer keeps of the project for itself; see `spec/pipeline.md`.
    public StateFolder state() {
        return new StateFolder(root());
    }
}
