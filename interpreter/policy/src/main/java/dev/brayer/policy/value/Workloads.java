package dev.brayer.policy.value;

import dev.brayer.document.ResourceIdentity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every kind that has pods, or makes them, and where its pods are described: Kubernetes' own and
/// the custom ones of a run.
public record Workloads(List<Workload> all) {
    /// One kind.
    ///
    /// @param groups the API groups it is or was served in; the core group is the empty text
    /// @param path the fields that lead to the template, or to the specification of the pods
    /// @param template whether the path leads to a template with `metadata` and `spec`
    public record Workload(String kind, List<String> groups, List<String> path, boolean template) {
        public Workload {
            groups = List.copyOf(groups);
            path = List.copyOf(path);
        }

        /// As a rule names it: custom kinds with their group.
        public boolean isOf(String group, String otherKind) {
            return kind.equals(otherKind) && groups.contains(group);
        }
    }

    private static final List<String> TEMPLATE = List.of("spec", "template");
    private static final List<String> APPS = List.of("apps", "extensions");
    private static final List<String> CORE = List.of("");
    private static final List<String> BATCH = List.of("batch");

    /// Those of Kubernetes itself.
    public static final Workloads BUILT_IN =
            new Workloads(
                    List.of(
                            new Workload("Pod", CORE, List.of(), true),
                            new Workload("Deployment", APPS, TEMPLATE, true),
                            new Workload("StatefulSet", List.of("apps"), TEMPLATE, true),
                            new Workload("DaemonSet", APPS, TEMPLATE, true),
                            new Workload("ReplicaSet", APPS, TEMPLATE, true),
                            new Workload("ReplicationController", CORE, TEMPLATE, true),
                            new Workload("Job", BATCH, TEMPLATE, true),
                            new Workload(
                                    "CronJob",
                                    BATCH,
                                    List.of("spec", "jobTemplate", "spec", "template"),
                                    true),
                            new Workload("PodTemplate", CORE, List.of("template"), true)));

    public Workloads {
        all = List.copyOf(all);
    }

    /// These and more.
    public Workloads with(List<Workload> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Workload> both = new ArrayList<>(all);
        both.addAll(more);
        return new Workloads(both);
    }

    public boolean has(ResourceIdentity identity) {
        String kind = identity.kind();
        return kind != null && find(identity.group(), kind) != null;
    }

    public @Nullable Workload find(String group, String kind) {
        for (Workload workload : all) {
            if (workload.isOf(group, kind)) {
                return workload;
            }
        }
        return null;
    }

    /// The specification of the pods of an object.
    public Value specification(Value object) {
        Workload workload = of(object);
        Value found = at(object, workload);
        return workload == null || workload.template() ? Nodes.field(found, "spec") : found;
    }

    /// The metadata of the pod, or of the template it is made from.
    public Value metadata(Value object) {
        Workload workload = of(object);
        return workload == null || workload.template()
                ? Nodes.field(at(object, workload), "metadata")
                : Value.missing();
    }

    private static Value at(Value object, @Nullable Workload workload) {
        Value value = object;
        for (String field : workload == null ? TEMPLATE : workload.path()) {
            value = Nodes.field(value, field);
        }
        return value;
    }

    /// Null for an object of another kind; its pods are looked for where most have them.
    private @Nullable Workload of(Value object) {
        String apiVersion = text(Nodes.field(object, "apiVersion"));
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return find(group, text(Nodes.field(object, "kind")));
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String text, _) ? text : "";
    }
}
