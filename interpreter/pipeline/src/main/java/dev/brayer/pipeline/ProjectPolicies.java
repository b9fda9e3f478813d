package dev.brayer.pipeline;

import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.policy.KnownKinds;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.List;

/// All rules that a project judges by, each file once: those of the pipeline and of every
/// formation.
///
/// @param kinds what the project says of kinds: its schemas, its workloads, and the version of
///   Kubernetes that all formations agree on
/// @param diagnostics also those of opening the project
public record ProjectPolicies(
        List<Source> sources, KnownKinds kinds, List<Diagnostic> diagnostics) {
    public ProjectPolicies {
        sources = List.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }

    /// @param asked the kinds that the command line asks to know
    public static ProjectPolicies of(OpenedProject opened, KnownKinds asked) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(opened.diagnostics());
        Project project = opened.project().orElse(null);
        if (project == null) {
            return new ProjectPolicies(List.of(), asked, diagnostics.toList());
        }
        PolicyFiles files = new PolicyFiles(project, diagnostics);
        for (Pipeline.Written written : project.pipeline().policies()) {
            files.add(written.text(), written.place());
        }
        for (Formation formation : project.formations()) {
            for (Written written : formation.policies()) {
                files.add(written.text(), written.place());
            }
        }
        List<Source> sources = files.readRules(project.pipeline().source().wholeFile());
        KnownKinds kinds = new FormationKinds(project, asked).ofProject(diagnostics);
        return new ProjectPolicies(sources, kinds, diagnostics.toList());
    }
}
