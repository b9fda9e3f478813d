package dev.brayer.cli;

import dev.brayer.pipeline.OpenedProject;
import dev.brayer.pipeline.Project;
import dev.brayer.policy.Finding;
import dev.brayer.policy.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The project that a command works on: that of the working folder, or of `-C FOLDER`.
final class ProjectFiles {
    private final Path start;
    private final Path workingFolder;

    private ProjectFiles(Path start, Path workingFolder) {
        this.start = start;
        this.workingFolder = workingFolder;
    }

    static ProjectFiles of(Arguments arguments, Surroundings surroundings) {
        return at(arguments.value(Options.FOLDER), surroundings);
    }

    /// @param folder as it was given, `null` for the working folder
    static ProjectFiles at(@Nullable String folder, Surroundings surroundings) {
        Path workingFolder = surroundings.workingFolder();
        return new ProjectFiles(
                folder == null ? workingFolder : workingFolder.resolve(folder), workingFolder);
    }

    /// The same for commands that take the folder as their argument too.
    static ProjectFiles ofRun(Arguments arguments, Surroundings surroundings) {
        List<String> folders = arguments.positionals();
        return folders.isEmpty()
                ? of(arguments, surroundings)
                : at(folders.getFirst(), surroundings);
    }

    /// Whether there is a project, whatever its state.
    boolean exists() {
        for (Path folder = start.normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pipeline.yml"))) {
                return true;
            }
        }
        return false;
    }

    OpenedProject open() {
        return Project.open(start, workingFolder);
    }

    /// Whether a path leads to a file below `stencils/` of this project.
    boolean isStencil(String path) {
        if (path.equals("-")) {
            return false;
        }
        Path file = workingFolder.resolve(path).normalize();
        for (Path folder = start.normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pipeline.yml"))) {
                return file.startsWith(folder.resolve("stencils"));
            }
        }
        return false;
    }

    /// The verdict with the findings of these files only; all of them where none is named.
    Verdict limited(Verdict verdict, List<String> paths) {
        if (paths.isEmpty()) {
            return verdict;
        }
        // However a path is written: from the root, or from a folder within the project.
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            files.add(workingFolder.resolve(path).normalize());
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : verdict.findings()) {
            String name = finding.place().written().source().name();
            Path found = workingFolder.resolve(name).normalize();
            for (Path file : files) {
                if (found.startsWith(file)) {
                    findings.add(finding);
                    break;
                }
            }
        }
        return new Verdict(findings, verdict.summary(), verdict.diagnostics());
    }
}
