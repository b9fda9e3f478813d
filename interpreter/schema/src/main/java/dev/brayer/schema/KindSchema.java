package dev.brayer.schema;

/// A kind of object in one group and version.
///
/// @param group empty for the core group
/// @param namespaced whether its objects live in a namespace
public record KindSchema(
        String group, String version, String kind, boolean namespaced, ObjectType type) {
    /// As a manifest writes it: `apps/v1`, `v1`.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
