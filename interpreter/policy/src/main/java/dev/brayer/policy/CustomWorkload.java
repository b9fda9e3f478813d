package dev.brayer.policy;

import java.util.List;

/// A custom kind that has pods, or makes them.
///
/// @param group the API group, such as `argoproj.io`; every version of the kind is meant
/// @param path the fields that lead from the object to what `holds` says, such as `spec`,
///   `template`
public record CustomWorkload(String group, String kind, List<String> path, Holds holds) {
    /// What stands at the path.
    public enum Holds {
        /// `metadata` and `spec` of the pods.
        TEMPLATE,
        /// The specification of the pods; such a kind has no `podMetadata`.
        SPECIFICATION
    }

    public CustomWorkload {
        path = List.copyOf(path);
        if (group.isEmpty() || kind.isEmpty() || path.isEmpty()) {
            throw new IllegalArgumentException("a custom workload has a group, a kind and a path");
        }
    }
}
