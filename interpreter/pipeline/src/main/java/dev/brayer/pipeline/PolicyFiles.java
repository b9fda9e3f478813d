package dev.brayer.pipeline;

import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the policies that pipeline and formations name: files, and the `.cop` and `.js` files
/// below folders.
final class PolicyFiles {
    private static final String ENDING = ".cop";
    private static final List<String> ENDINGS = List.of(ENDING, ScriptPolicy.ENDING);

    private final ProjectFolder folder;

    /// Scripts that may lie among policies and are none.
    private final Set<String> transformations = new HashSet<>();

    private final Diagnostics diagnostics;
    private final Set<String> paths = new LinkedHashSet<>();

    /// Policies of the standard library, by name.
    private final Map<String, Source> standard = new LinkedHashMap<>();

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
        if (StandardLibrary.isName(path)) {
            addStandard(path, place);
            return;
        }
        // What begins with `./` is surely the project's own.
        String own = path.startsWith("./") ? path.substring(2) : path;
        if (Files.isDirectory(folder.root().resolve(own))) {
            addFolder(own, written, place);
        } else {
            addFile(own, place);
        }
    }

    private void addStandard(String name, Place place) {
        List<Source> policies = StandardLibrary.policies(name);
        for (Source policy : policies) {
            standard.putIfAbsent(policy.name(), policy);
        }
        if (policies.isEmpty()) {
            diagnostics.add(
                    Diagnostic.error(
                                    PipelineCode.POLICY_MISSING,
                                    place,
                                    "the standard library has no `" + name + "`")
                            .withHint(
                                    Files.exists(folder.root().resolve(name))
                                            ? "what the project has itself is named `./"
                                                    + name
                                                    + "`"
                                            : StandardLibrary.hint(name)));
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
        if (folder.read(path) instanceof ProjectFolder.Read.Outside) {
            missing(path, place);
            return;
        }
        List<String> found = new ArrayList<>();
        try {
            for (String name : folder.files(path, ENDINGS)) {
                if (!transformations.contains(path + "/" + name)) {
                    found.add(path + "/" + name);
                }
            }
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
        paths.addAll(found);
    }

    /// The paths, each once.
    List<String> paths() {
        List<String> all = new ArrayList<>(standard.keySet());
        all.addAll(paths);
        return all;
    }

    /// Reads the files; those of the standard library come first.
    List<Source> read(Place place) {
        List<Source> sources = new ArrayList<>();
        if (!standard.isEmpty()) {
            sources.addAll(StandardLibrary.judging(standard.values()));
        }
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
