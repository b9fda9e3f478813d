package dev.brayer.policy.check;

import dev.brayer.policy.CustomWorkload;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.type.SchemaTypes;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Workloads;
import dev.brayer.schema.FieldType;
import dev.brayer.schema.KindSchema;
import dev.brayer.schema.ObjectType;
import dev.brayer.schema.Schema;
import dev.brayer.schema.SchemaCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kinds that a policy may name. Kubernetes' own are read when the first one is named: rules
/// about anything, as Copper 1 had them, do without.
final class KindCatalog {
    /// Of API groups that no supported Kubernetes serves any more; manifests still name them.
    private static final Map<String, List<String>> RETIRED =
            Map.of(
                    "extensions",
                    List.of("DaemonSet", "Deployment", "Ingress", "NetworkPolicy", "ReplicaSet"));

    private static final List<String> NO_KINDS = List.of();

    private final KnownKinds known;
    private final Workloads workloads;
    private final Map<KindSchema, ObjectType> customRoots = new HashMap<>();

    KindCatalog(KnownKinds known) {
        this.known = known;
        List<Workloads.Workload> more = new ArrayList<>();
        for (CustomWorkload workload : known.workloads()) {
            more.add(
                    new Workloads.Workload(
                            workload.kind(),
                            List.of(workload.group()),
                            workload.path(),
                            workload.holds() == CustomWorkload.Holds.TEMPLATE));
        }
        this.workloads = Workloads.BUILT_IN.with(more);
    }

    Workloads workloads() {
        return workloads;
    }

    private Schema schema() {
        return known.schema();
    }

    /// `1.34`
    String minor() {
        return schema().minor();
    }

    /// Kubernetes' own kind of this name, in every group and version.
    List<KindSchema> builtIn(String kind) {
        return schema().kindsNamed(kind);
    }

    /// The custom kinds of this name.
    List<KindSchema> custom(String kind) {
        List<KindSchema> found = new ArrayList<>();
        for (KindSchema custom : known.custom()) {
            if (custom.kind().equals(kind)) {
                found.add(custom);
            }
        }
        return found;
    }

    /// The kind in a group, in one version or in all.
    List<KindSchema> in(String group, @Nullable String version, String kind) {
        List<KindSchema> found = new ArrayList<>();
        List<KindSchema> all = new ArrayList<>(custom(kind));
        if (isKubernetesLike(group)) {
            all.addAll(builtIn(kind));
        }
        for (KindSchema candidate : all) {
            if (candidate.group().equals(group)
                    && (version == null || version.equals(candidate.version()))) {
                found.add(candidate);
            }
        }
        return found;
    }

    /// The groups in which Kubernetes has or had a kind of this name.
    List<String> groupsOf(String kind) {
        Set<String> groups = new LinkedHashSet<>();
        for (KindSchema schema : builtIn(kind)) {
            groups.add(schema.group());
        }
        RETIRED.forEach((group, kinds) -> {
            if (kinds.contains(kind)) {
                groups.add(group);
            }
        });
        return List.copyOf(groups);
    }

    boolean isBuiltInGroup(String group) {
        if (!isKubernetesLike(group)) {
            return false;
        }
        if (RETIRED.containsKey(group)) {
            return true;
        }
        for (KindSchema schema : schema().kinds()) {
            if (schema.group().equals(group)) {
                return true;
            }
        }
        return false;
    }

    /// The groups that Kubernetes has or had, without the core one, which has no name.
    List<String> groupNames() {
        Set<String> groups = new LinkedHashSet<>();
        for (KindSchema schema : schema().kinds()) {
            if (!schema.group().isEmpty()) {
                groups.add(schema.group());
            }
        }
        groups.addAll(RETIRED.keySet());
        return List.copyOf(groups);
    }

    /// Whether there can be a group of this name: the API accepts custom ones with a dot only.
    boolean canBeGroup(String group) {
        if (group.indexOf('.') >= 0 || isBuiltInGroup(group)) {
            return true;
        }
        for (Workloads.Workload workload : workloads.all()) {
            if (workload.groups().contains(group)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it could be a group of Kubernetes, as far as its name says.
    private static boolean isKubernetesLike(String group) {
        return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    }

    /// Another bundled version of Kubernetes that has a kind which this one does not have: the
    /// newest; null if none has it.
    @Nullable Schema otherVersionWith(String kind) {
        List<String> minors = SchemaCatalog.bundled().minors();
        for (int index = minors.size() - 1; index >= 0; index--) {
            Schema other = SchemaCatalog.bundled().schema(minors.get(index));
            if (other != null && !other.kindsNamed(kind).isEmpty()) {
                return other;
            }
        }
        return null;
    }

    /// Every name that can stand alone after `on`.
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (KindSchema schema : schema().kinds()) {
            names.add(schema.kind());
        }
        return names;
    }

    /// The custom kinds of a group.
    List<String> customNames(String group) {
        List<String> names = new ArrayList<>();
        for (KindSchema custom : known.custom()) {
            if (custom.group().equals(group)) {
                names.add(custom.kind());
            }
        }
        return names;
    }

    /// All custom kinds.
    List<String> customNames() {
        List<String> names = new ArrayList<>();
        for (KindSchema custom : known.custom()) {
            names.add(custom.kind());
        }
        return names;
    }

    /// What an object of one of the kinds is; a map where there are none. Where two of them have
    /// one name, they are named with their versions.
    Type objects(List<KindSchema> kinds) {
        Type type = Basic.NULL;
        for (KindSchema kind : kinds) {
            List<String> label = List.of(label(kind, kinds));
            type =
                    Type.either(
                            type,
                            new Type.ObjectOf(List.of(new Type.ObjectOf.Shape(root(kind), label))));
        }
        return kinds.isEmpty() ? Type.MapOf.ANY : type;
    }

    private static String label(KindSchema kind, List<KindSchema> all) {
        for (KindSchema other : all) {
            if (other.kind().equals(kind.kind()) && !other.equals(kind)) {
                return kind.apiVersion() + " " + kind.kind();
            }
        }
        return kind.kind();
    }

    /// A custom resource definition need not describe what every object has.
    private ObjectType root(KindSchema kind) {
        return known.custom().contains(kind)
                ? customRoots.computeIfAbsent(
                        kind, custom -> new CustomRoot(custom, builtIn("Pod").getFirst().type()))
                : kind.type();
    }

    /// The kinds of a workload that the schema knows.
    List<KindSchema> workload(Workloads.Workload workload) {
        List<KindSchema> found = new ArrayList<>();
        for (String group : workload.groups()) {
            found.addAll(in(group, null, workload.kind()));
        }
        return found;
    }

    /// What every object has below `metadata`.
    Type metadata() {
        return ofPod("metadata", NO_KINDS);
    }

    /// What `pod` is.
    Type pod() {
        return ofPod("spec", NO_KINDS);
    }

    Type container() {
        ObjectType.Field spec = builtIn("Pod").getFirst().type().field("spec");
        ObjectType.Field containers =
                spec != null && spec.type() instanceof FieldType.ObjectOf(ObjectType pod)
                        ? pod.field("containers")
                        : null;
        return containers != null && containers.type() instanceof FieldType.ListOf(FieldType one)
                ? SchemaTypes.of(one, NO_KINDS)
                : Basic.UNKNOWN;
    }

    private Type ofPod(String field, List<String> kinds) {
        ObjectType.Field found = builtIn("Pod").getFirst().type().field(field);
        return found == null ? Basic.UNKNOWN : SchemaTypes.of(found.type(), kinds);
    }

    /// The type that an annotation names, such as `Container`, or null.
    @Nullable Type named(String name) {
        Type type = Basic.NULL;
        List<ObjectType> found = new ArrayList<>(schema().typesNamed(name));
        for (KindSchema custom : custom(name)) {
            found.add(root(custom));
        }
        for (ObjectType object : found) {
            type =
                    Type.either(
                            type,
                            new Type.ObjectOf(List.of(new Type.ObjectOf.Shape(object, NO_KINDS))));
        }
        return found.isEmpty() ? null : type;
    }

    List<String> typeNames() {
        return schema().typeNames();
    }
}
