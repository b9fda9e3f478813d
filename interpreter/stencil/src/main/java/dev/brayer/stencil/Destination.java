package dev.brayer.stencil;

import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a formation goes.
public sealed interface Destination {
    /// The value of `destination:`.
    Place place();

    /// The namespace of objects that name none; without it they stay without.
    @Nullable Written namespace();

    /// Further namespaces that objects may name.
    List<Written> namespaces();

    /// A folder of the project, relative to its root.
    record Directory(
            Place place, Written path, @Nullable Written namespace, List<Written> namespaces)
            implements Destination {
        public Directory {
            namespaces = List.copyOf(namespaces);
        }
    }

    /// A cluster, by the name of a context of kubectl's configuration.
    record Kubernetes(
            Place place,
            @Nullable Written context,
            @Nullable Written namespace,
            List<Written> namespaces)
            implements Destination {
        public Kubernetes {
            namespaces = List.copyOf(namespaces);
        }
    }

    /// A git repository that something else, such as Flux or Argo CD, applies.
    ///
    /// @param path the folder in the repository, `null` for its root
    /// @param branch the branch, `null` for the repository's default
    record Git(
            Place place,
            Written url,
            @Nullable Written path,
            @Nullable Written branch,
            @Nullable Written namespace,
            List<Written> namespaces)
            implements Destination {
        public Git {
            namespaces = List.copyOf(namespaces);
        }
    }
}
