package dev.brayer.cli;

import dev.brayer.pipeline.OpenedProject;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The policies that a command works on: those that the command line names, else those of the
/// project.
final class PolicySources {
    private PolicySources() {}

    static List<Source> of(
            Arguments arguments, Surroundings surroundings, Diagnostics diagnostics) {
        List<String> paths = arguments.positionals();
        if (!paths.isEmpty()) {
            return PolicyPaths.read(paths, ManifestFiles.POLICIES, surroundings, diagnostics);
        }
        OpenedProject opened = ProjectFiles.of(arguments, surroundings).open();
        diagnostics.addAll(opened.diagnostics());
        List<Source> sources =
                own(
                        opened.project()
                                .map(project -> project.policies(diagnostics))
                                .orElse(List.of()));
        if (sources.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.MISSING_ARGUMENT,
                                    null,
                                    "the project has no policies of its own")
                            .withHint("name a file or a folder"));
        }
        return sources;
    }

    /// Those that the project has itself: what comes with brayer is tested and tidied there.
    static List<Source> own(List<Source> policies) {
        List<Source> own = new ArrayList<>();
        for (Source policy : policies) {
            if (!StandardLibrary.has(policy.name())) {
                own.add(policy);
            }
        }
        return own;
    }

    /// Whether a command that rewrites files may not rewrite this one; the error is added.
    static boolean isFixed(Source source, Surroundings surroundings, Diagnostics diagnostics) {
        boolean fixed =
                StandardLibrary.has(source.name())
                        && !Files.exists(surroundings.workingFolder().resolve(source.name()));
        if (fixed) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.STANDARD_IS_FIXED,
                                    source.wholeFile(),
                                    source.name() + " comes with brayer and stays as it is")
                            .withHint("set its `param`s, or copy the rule under another name"));
        }
        return fixed;
    }

    static boolean isStandardInput(Source source) {
        return source.name().equals(ManifestFiles.STANDARD_INPUT);
    }
}
