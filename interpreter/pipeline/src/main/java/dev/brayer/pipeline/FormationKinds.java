package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.policy.CustomWorkload;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.KubernetesVersion;
import dev.brayer.policy.custom.CustomKinds;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Written;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kinds whose fields are known where the objects of a formation are judged.
final class FormationKinds {
    private final Project project;
    private final KnownKinds asked;

    /// What every formation of the project knows; null before it was asked for.
    private @Nullable KnownKinds shared;

    private final List<KnownKinds> made = new ArrayList<>();

    /// @param asked what the command line says; its version goes before that of a formation
    FormationKinds(Project project, KnownKinds asked) {
        this.project = project;
        this.asked = asked;
    }

    /// @param documents the rendered objects: definitions among them define kinds
    KnownKinds of(Formation formation, List<Document> documents, Diagnostics diagnostics) {
        KnownKinds kinds = shared;
        if (kinds == null) {
            kinds = shared(diagnostics);
            shared = kinds;
        }
        Written version = formation.kubernetesVersion();
        if (version != null && asked.kubernetes() == null) {
            kinds =
                    kinds.withKubernetes(
                            KubernetesVersion.bundled(
                                    version.text(), version.place(), diagnostics));
        }
        return known(CustomKinds.add(kinds, documents, Severity.WARNING, diagnostics));
    }

    /// What policies are checked for where no formation is at hand: the version that all formations
    /// agree on, else the newest.
    KnownKinds ofProject(Diagnostics diagnostics) {
        KnownKinds kinds = shared(diagnostics);
        Written agreed = null;
        for (Formation formation : project.formations()) {
            Written version = formation.kubernetesVersion();
            boolean other =
                    version == null || (agreed != null && !agreed.text().equals(version.text()));
            if (other) {
                return kinds;
            }
            agreed = version;
        }
        return agreed == null || asked.kubernetes() != null
                ? kinds
                : kinds.withKubernetes(
                        KubernetesVersion.bundled(agreed.text(), agreed.place(), diagnostics));
    }

    private KnownKinds shared(Diagnostics diagnostics) {
        List<CustomWorkload> workloads = new ArrayList<>(asked.workloads());
        workloads.addAll(project.pipeline().workloads());
        return new SchemaFiles(project.folder(), diagnostics)
                .add(asked.withWorkloads(workloads), project.pipeline().schemas());
    }

    /// Equal ones are the same object, so that policies are loaded once for them. Compared part by
    /// part: the generated equality of records would have to be linked first.
    private KnownKinds known(KnownKinds kinds) {
        for (KnownKinds other : made) {
            String minor = kinds.kubernetes();
            boolean sameMinor =
                    minor == null ? other.kubernetes() == null : minor.equals(other.kubernetes());
            if (sameMinor && kinds.custom().equals(other.custom())) {
                return other;
            }
        }
        made.add(kinds);
        return kinds;
    }
}
