package dev.brayer.policy.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which objects a rule judges.
///
/// @param removed whether it judges objects that were there before and are not now
/// @param kinds an empty list is `any`
/// @param ofWorkloads whether `workload` is among what it names
/// @param filter the `where`
public record Selection(
        boolean removed, List<Kind> kinds, boolean ofWorkloads, @Nullable Condition filter) {
    public Selection {
        kinds = List.copyOf(kinds);
    }

    /// One kind.
    ///
    /// @param groups the API groups it may be of; the core group is the empty text
    /// @param version null for every version
    public record Kind(String kind, List<String> groups, @Nullable String version) {
        public Kind {
            groups = List.copyOf(groups);
        }

        /// Whether an object of this `apiVersion` and kind is one.
        public boolean matches(String apiVersion, String otherKind) {
            if (!kind.equals(otherKind)) {
                return false;
            }
            int slash = apiVersion.indexOf('/');
            String group = slash < 0 ? "" : apiVersion.substring(0, slash);
            return groups.contains(group)
                    && (version == null || version.equals(apiVersion.substring(slash + 1)));
        }
    }
}
