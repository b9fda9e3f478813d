package dev.brayer.policy.custom;

import dev.brayer.document.Document;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.document.ScalarNode;
import dev.brayer.policy.KnownKinds;
import dev.brayer.schema.KindSchema;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one custom resource definition.
final class DefinitionReader {
    private static final String VERSION = "apiextensions.k8s.io/v1";

    private final KnownKinds known;
    private final Severity severity;
    private final Diagnostics diagnostics;

    DefinitionReader(KnownKinds known, Severity severity, Diagnostics diagnostics) {
        this.known = known;
        this.severity = severity;
        this.diagnostics = diagnostics;
    }

    /// A kind for each version that is served; none where something is wrong, which is then said.
    List<KindSchema> read(Document document) {
        if (!(document.root() instanceof MapNode root)) {
            return List.of();
        }
        if (!VERSION.equals(root.string("apiVersion"))) {
            Node apiVersion = root.get("apiVersion");
            broken(
                    apiVersion == null ? root.place() : apiVersion.place(),
                    "definitions are read in version " + VERSION + " only",
                    "no bundled version of Kubernetes takes another one");
            return List.of();
        }
        MapNode specification = map(root, "spec", ResourceIdentity.namePlace(root));
        if (specification == null) {
            return List.of();
        }
        Place place = specification.place();
        String group = text(specification, "group", place);
        MapNode names = map(specification, "names", place);
        String kind = names == null ? null : text(names, "kind", names.place());
        Node versions = specification.get("versions");
        if (!(versions instanceof ListNode list)) {
            broken(
                    versions == null ? place : versions.place(),
                    "`versions` of a definition is a list",
                    null);
            return List.of();
        }
        if (group == null || kind == null) {
            return List.of();
        }
        boolean namespaced = !"Cluster".equals(specification.string("scope"));
        return versions(list, group, kind, namespaced);
    }

    private List<KindSchema> versions(
            ListNode list, String group, String kind, boolean namespaced) {
        List<KindSchema> kinds = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            if (!(list.get(index) instanceof MapNode version)) {
                broken(list.itemPlace(index), "a version of a definition is a map", null);
                return List.of();
            }
            String name = text(version, "name", version.place());
            if (name == null) {
                return List.of();
            }
            if (version.get("served") instanceof ScalarNode served && !isTrue(served)) {
                continue;
            }
            CustomObject type = type(version, kind);
            if (type == null) {
                return List.of();
            }
            kinds.add(new KindSchema(group, name, kind, namespaced, type));
        }
        return kinds;
    }

    private static boolean isTrue(ScalarNode scalar) {
        return scalar.isTrue();
    }

    /// The type of a version's objects, or null where its schema is broken.
    private @Nullable CustomObject type(MapNode version, String kind) {
        MapNode schema = map(version, "schema", version.place());
        MapNode root = schema == null ? null : map(schema, "openAPIV3Schema", schema.place());
        if (root == null) {
            return null;
        }
        Diagnostic problem = new SchemaReview(severity).review(root);
        if (problem != null) {
            diagnostics.add(problem);
            return null;
        }
        return CustomObject.ofKind(kind, root, known);
    }

    private @Nullable MapNode map(MapNode in, String name, Place place) {
        Node value = in.get(name);
        if (value instanceof MapNode map) {
            return map;
        }
        broken(
                value == null ? place : value.place(),
                value == null
                        ? "the definition has no `" + name + "`"
                        : "`" + name + "` is a map, not " + value.kindInWords(),
                null);
        return null;
    }

    private @Nullable String text(MapNode in, String name, Place place) {
        Node value = in.get(name);
        if (value instanceof ScalarNode scalar && scalar.isString() && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        broken(
                value == null ? place : value.place(),
                value == null
                        ? "the definition has no `" + name + "`"
                        : "`" + name + "` is a string, not " + value.kindInWords(),
                null);
        return null;
    }

    private void broken(Place place, String message, @Nullable String hint) {
        diagnostics.add(
                new Diagnostic(
                        CustomResourceCode.BROKEN, severity, place, message, hint, List.of()));
    }
}
