package dev.brayer.stencil;

import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instance of an application, environment and destination, with all that it inherits.
///
/// @param source its own file
/// @param parents the files it extends, the nearest first
/// @param name `formation:`
/// @param application `application:` of the file, of a parent, or else of the pipeline
/// @param kubernetesVersion the version whose schema its manifests must match
/// @param destination where it goes; `null` when it says nothing, and then it can only be rendered
/// @param coordinate where it stands in the tokens of configuration records
/// @param values the words, those of the parents first, each once
public record Formation(
        Source source,
        List<Source> parents,
        Written name,
        Written application,
        @Nullable Written kubernetesVersion,
        @Nullable Destination destination,
        @Nullable Written coordinate,
        Selection stencils,
        List<Declaration> values,
        List<Written> transformations,
        List<HelmRelease> helm,
        List<Written> policies,
        Access access) {
    public Formation {
        parents = List.copyOf(parents);
        values = List.copyOf(values);
        transformations = List.copyOf(transformations);
        helm = List.copyOf(helm);
        policies = List.copyOf(policies);
    }

    /// The declaration of a word, or `null`.
    public @Nullable Declaration value(String word) {
        for (Declaration declaration : values) {
            if (declaration.word().equals(word)) {
                return declaration;
            }
        }
        return null;
    }
}
