package dev.brayer.pipeline;

import dev.brayer.policy.KnownKinds;
import dev.brayer.text.Diagnostics;

/// What a project says of kinds, for manifests that are judged inside it without being of it: its
/// schemas, its workloads, and the version of Kubernetes that all formations agree on.
///
/// @param whole whether the project could be read; else the kinds are those that were asked for
public record ProjectKinds(KnownKinds kinds, boolean whole) {

    /// @param asked the kinds that the command line asks to know
    public static ProjectKinds of(OpenedProject opened, KnownKinds asked) {
        Diagnostics diagnostics = new Diagnostics();
        Project project = opened.hasErrors() ? null : opened.project().orElse(null);
        if (project == null) {
            return new ProjectKinds(asked, false);
        }
        KnownKinds kinds = new FormationKinds(project, asked).ofProject(diagnostics);
        return diagnostics.hasErrors()
                ? new ProjectKinds(asked, false)
                : new ProjectKinds(kinds, true);
    }
}
