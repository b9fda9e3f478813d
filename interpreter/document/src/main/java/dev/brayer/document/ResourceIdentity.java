package dev.brayer.document;

import dev.brayer.text.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which Kubernetes object a document is. A field that is missing, or not a scalar, is `null`.
public record ResourceIdentity(
        @Nullable String apiVersion,
        @Nullable String kind,
        @Nullable String namespace,
        @Nullable String name) {

    private static final ResourceIdentity NONE = new ResourceIdentity(null, null, null, null);

    public static ResourceIdentity of(Node root) {
        if (!(root instanceof MapNode map)) {
            return NONE;
        }
        MapNode metadata = map.map("metadata");
        return new ResourceIdentity(
                text(map, "apiVersion"),
                text(map, "kind"),
                text(metadata, "namespace"),
                text(metadata, "name"));
    }

    private static @Nullable String text(@Nullable MapNode map, String name) {
        return map != null && map.get(name) instanceof ScalarNode scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }

    /// Where the object's name stands, else its kind, else the whole root: the place to name an
    /// object by.
    public static Place namePlace(Node root) {
        if (root instanceof MapNode map) {
            MapNode metadata = map.map("metadata");
            Node name = metadata == null ? null : metadata.get("name");
            Node kind = name == null ? map.get("kind") : name;
            if (kind != null) {
                return kind.place();
            }
        }
        return root.place();
    }

    /// Whether it has what every Kubernetes object has: an `apiVersion` and a `kind`.
    public boolean isObject() {
        return apiVersion != null && kind != null;
    }

    /// `apps` of `apps/v1`, empty for the core group (`v1`) and without an apiVersion.
    public String group() {
        int slash = apiVersion == null ? -1 : apiVersion.indexOf('/');
        return apiVersion == null || slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /// `v1` of `apps/v1`, empty without an apiVersion.
    public String version() {
        return apiVersion == null ? "" : apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /// Whether both are the same object in a cluster, in whatever version it is written.
    public boolean sameObject(ResourceIdentity other) {
        return Objects.equals(kind, other.kind)
                && Objects.equals(name, other.name)
                && Objects.equals(namespace, other.namespace)
                && group().equals(other.group());
    }

    /// `Deployment shop/web`, as far as it is known.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind == null ? "object" : kind);
        if (name != null) {
            text.append(' ');
            if (namespace != null) {
                text.append(namespace).append('/');
            }
            text.append(name);
        }
        return text.toString();
    }
}
