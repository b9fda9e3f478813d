package dev.brayer.pipeline;

import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.List;

/// All policies that a project judges by, each once: those of the pipeline and of every formation.
///
/// @param diagnostics also those of opening the project
public record ProjectPolicies(List<Source> sources, List<Diagnostic> diagnostics) {
    public ProjectPolicies {
        sources = List.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
    }

    public static ProjectPolicies of(OpenedProject opened) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(opened.diagnostics());
        Project project = opened.project().orElse(null);
        if (project == null) {
            return new ProjectPolicies(List.of(), diagnostics.toList());
        }
        PolicyFiles files = new PolicyFiles(project.folder(), diagnostics);
        for (Pipeline.Written written : project.pipeline().policies()) {
            files.add(written.text(), written.place());
        }
        for (Formation formation : project.formations()) {
            for (Written written : formation.policies()) {
                files.add(written.text(), written.place());
            }
        }
        List<Source> sources = files.read(project.pipeline().source().wholeFile());
        return new ProjectPolicies(sources, diagnostics.toList());
    }
}
