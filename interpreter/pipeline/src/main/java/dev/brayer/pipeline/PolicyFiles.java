package dev.brayer.pipeline;

import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the policies that pipeline and formations name: files, and the `.cop` and `.js` files
/// below folders.
final class PolicyFiles {
    private static final String ENDING = ".cop";
    private static final String STANDARD = "std/";

    private final ProjectFolder folder;

    /// Scripts that may lie among policies and are none.
    private final Set<String> transformations = new HashSet<>();

    private final Diagnostics diagnostics;
    private final Set<String> paths = new LinkedHashSet<>();

    PolicyFiles(Project project, Diagnostics diagnostics) {
        this.folder = project.folder();
        this.diagnostics = diagnostics;
        for (Formation formation : project.formations()) {
            for (Written written : formation.transformations()) {
                transformations.add(written.text());
            }
        }
    }

    /// Whether a policy is a script; else it holds rules.
    static boolean isScript(Source source) {
        return source.name().endsWith(ScriptPolicy.ENDING);
    }

    /// Adds what one entry names.
    void add(String written, Place place) {
        String path = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        if (path.startsWith(STANDARD)) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.POLICY_NOT_YET,
                                    place,
                                    "`"
                                            + written
                                            + "` cannot be used: this version has no policies of its own")
                            .withHint("name policies of the project"));
        } else if (Files.isDirectory(folder.root().resolve(path))) {
            addFolder(path, written, place);
        } else {
            addFile(path, place);
        }
    }

    private void addFile(String path, Place place) {
        if (folder.read(path) instanceof ProjectFolder.Read.Text) {
            paths.add(path);
        } else {
            missing(path, place);
        }
    }

    private void addFolder(String path, String written, Place place) {
        List<String> found = new ArrayList<>();
        try {
            collect(folder.root().resolve(path), path + "/", found);
        } catch (IOException unreadable) {
            missing(path, place);
            return;
        }
        if (found.isEmpty()) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.POLICY_MISSING,
                                    place,
                                    "`" + written + "` holds no policy")
                            .withHint(
                                    "policies are files whose names end in "
                                            + ENDING
                                            + " or "
                                            + ScriptPolicy.ENDING));
        }
        Collections.sort(found);
        paths.addAll(found);
    }

    private void collect(Path at, String prefix, List<String> found) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                boolean script =
                        name.endsWith(ScriptPolicy.ENDING)
                                && !transformations.contains(prefix + name);
                if (name.endsWith(ENDING) || script) {
                    found.add(prefix + name);
                } else if (Files.isDirectory(entry, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, prefix + name + "/", found);
                }
            }
        }
    }

    /// The paths, each once.
    List<String> paths() {
        return List.copyOf(paths);
    }

    /// Reads the files.
    List<Source> read(Place place) {
        List<Source> sources = new ArrayList<>();
        for (String path : paths) {
            if (folder.read(path) instanceof ProjectFolder.Read.Text text) {
                sources.add(text.source());
            } else {
                missing(path, place);
            }
        }
        return sources;
    }

    /// Reads the files that hold rules.
    List<Source> readRules(Place place) {
        List<Source> rules = new ArrayList<>();
        for (Source source : read(place)) {
            if (!isScript(source)) {
                rules.add(source);
            }
        }
        return rules;
    }

    private void missing(String path, Place place) {
        ProjectFolder.Read read = folder.read(path);
        String what =
                switch (read) {
                    case ProjectFolder.Read.Text text -> "could not be read";
                    case ProjectFolder.Read.Absent absent -> "is not there";
                    case ProjectFolder.Read.Outside outside -> "leads out of the project";
                    case ProjectFolder.Read.Unreadable unreadable ->
                            "cannot be read: " + unreadable.reason();
                };
        diagnostics.add(
                Diagnostic.error(
                                PipelineCode.POLICY_MISSING,
                                place,
                                "the policy `" + path + "` " + what)
                        .withHint(
                                read instanceof ProjectFolder.Read.Unreadable
                                        ? "a policy is a text file in UTF-8"
                                        : "paths are relative to the folder of pipeline.yml"));
    }
}
