package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.document.ScalarNode;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.value.Workloads;
import dev.brayer.policy.value.Workloads.Workload;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Custom objects with containers of a kind that `workload` does not mean. No rule about workloads
/// sees them, so without a word about it their containers would pass every one.
final class HiddenPods {
    /// Pods are described near the top of an object; an object is not searched to its end.
    private static final int MOST_NODES = 500;

    private static final int DEEPEST = 8;

    /// What a container has beside its name, each one enough.
    private static final List<String> OF_CONTAINERS =
            List.of("image", "command", "args", "ports", "env", "resources", "securityContext");

    /// A kind with pods that no setting names.
    ///
    /// @param kind group and name
    record Found(String kind, Diagnostic warning) {}

    private int nodes;

    /// Whether a rule of the program is about workloads.
    static boolean matterTo(Program program) {
        for (Rule rule : program.rules()) {
            if (rule.selection() != null && rule.selection().ofWorkloads()) {
                return true;
            }
        }
        return Outlook.asksForWorkloads(program);
    }

    /// The first object with pods of each kind that `workload` does not mean.
    static List<Found> among(List<Document> documents, Program program) {
        List<Found> found = List.of();
        Set<String> seen = null;
        for (Document document : documents) {
            ResourceIdentity identity = document.identity();
            String name = identity.kind();
            if (name == null
                    || identity.apiVersion() == null
                    || program.workloads().has(identity)
                    || isKnown(identity.group(), name, program)) {
                continue;
            }
            String kind = identity.group() + "/" + name;
            if (seen != null && seen.contains(kind)) {
                continue;
            }
            NodePath path = new HiddenPods().search(document.root(), document.location(), 0);
            if (path != null) {
                seen = seen == null ? new HashSet<>() : seen;
                seen.add(kind);
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Found(kind, warning(document, kind, path)));
            }
        }
        return found;
    }

    /// Whether it is a kind of Kubernetes itself that has no pods, as far as its group can be
    /// right.
    private static boolean isKnown(String group, String kind, Program program) {
        if (!isOfKubernetes(group) || !program.ownKinds().contains(kind)) {
            return false;
        }
        for (Workload workload : Workloads.BUILT_IN.all()) {
            if (workload.kind().equals(kind)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfKubernetes(String group) {
        return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    }

    /// The way to the specification of a pod, or null.
    private @Nullable NodePath search(Node node, NodePath path, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            return null;
        }
        switch (node) {
            case MapNode map -> {
                if (depth > 0 && areContainers(map.get("containers"))) {
                    return path;
                }
                for (Entry entry : map.entries()) {
                    NodePath found = search(entry.value(), path.child(entry.name()), depth + 1);
                    if (found != null) {
                        return found;
                    }
                }
            }
            case ListNode list -> {
                for (int at = 0; at < list.size(); at++) {
                    NodePath found = search(list.get(at), path.child(at), depth + 1);
                    if (found != null) {
                        return found;
                    }
                }
            }
            case ScalarNode _ -> {}
        }
        return null;
    }

    private static boolean areContainers(@Nullable Node node) {
        if (!(node instanceof ListNode list)) {
            return false;
        }
        for (Node item : list.items()) {
            if (item instanceof MapNode map && map.get("name") != null) {
                for (String field : OF_CONTAINERS) {
                    if (map.get(field) != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Diagnostic warning(Document document, String kind, NodePath path) {
        String way = path.toString();
        boolean own = isOfKubernetes(document.identity().group());
        String shown =
                own ? document.identity().apiVersion() + " " + document.identity().kind() : kind;
        Diagnostic warning =
                Diagnostic.warning(
                        PolicyCode.UNNAMED_WORKLOAD,
                        ResourceIdentity.namePlace(document.root()),
                        "`"
                                + shown
                                + "` has containers in `"
                                + way
                                + "`, but `workload` does not mean it: rules about workloads do not see them");
        return warning.withHint(
                own
                        ? misspelt(document.identity().kind())
                        : hint(kind, fields(path, document.location())));
    }

    /// A group that only Kubernetes itself may have, and no workload in it of this name.
    private static @Nullable String misspelt(@Nullable String kind) {
        List<String> names = new ArrayList<>();
        for (Workload workload : Workloads.BUILT_IN.all()) {
            if (workload.kind().equals(kind)) {
                String group = workload.groups().getFirst();
                return "`" + kind + "` is of the group `" + (group.isEmpty() ? "v1" : group) + "`";
            }
            names.add(workload.kind());
        }
        return kind == null ? null : Suggestions.didYouMean(kind, names);
    }

    /// @param fields the way to the pod's specification; null where it leads through a list
    private static String hint(String kind, @Nullable List<String> fields) {
        int slash = kind.indexOf('/');
        String rule = "`on " + kind.substring(0, slash) + " " + kind.substring(slash + 1) + "`";
        if (fields == null) {
            return "no setting leads through a list: write a rule " + rule;
        }
        boolean template = fields.size() > 1 && fields.getLast().equals("spec");
        String way = String.join(".", template ? fields.subList(0, fields.size() - 1) : fields);
        String key = template ? "template: " : "pod: ";
        return "name it in pipeline.yml: `workloads: [{ kind: "
                + kind
                + ", "
                + key
                + way
                + " }]`"
                + (template ? ", or with `--workload " + kind + "=" + way + "`" : "");
    }

    private static @Nullable List<String> fields(NodePath path, NodePath root) {
        List<String> fields = new ArrayList<>();
        for (NodePath step = path; step != null && !step.equals(root); step = step.parent()) {
            if (step.name() == null) {
                return null;
            }
            fields.addFirst(step.name());
        }
        return fields;
    }
}
