package dev.brayer.policy.builtin;

import dev.brayer.policy.builtin.LabelSelector.Form;
import dev.brayer.policy.builtin.LabelSelector.Requirement;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which objects a label selector selects, as the API server answers it: no selector selects
/// nothing, an empty one everything, but for services and replication controllers.
final class Labels {
    private Labels() {}

    static Value selects(World world, Value selecting, Value object) {
        Trace trace = Trace.join(selecting.trace(), object.trace());
        Value one = namespace(selecting);
        Value two = namespace(object);
        if (one instanceof Value.Text(String own, _)
                && two instanceof Value.Text(String other, _)
                && !own.equals(other)) {
            return new Value.Bool(false, trace);
        }
        for (Value namespace : List.of(one, two)) {
            if (namespace instanceof Value.Open) {
                return namespace;
            }
        }
        return answer(
                selector(world.workloads(), selecting),
                podLabels(world.workloads(), object),
                trace);
    }

    static Value matches(Value selector, Value labels) {
        return answer(
                LabelSelector.read(selector, Form.EITHER),
                labels,
                Trace.join(selector.trace(), labels.trace()));
    }

    private static Value answer(LabelSelector selector, Value labels, Trace trace) {
        return switch (selector) {
            case LabelSelector.Unreadable(Value.Open problem) -> problem;
            case LabelSelector.Nothing _ -> new Value.Bool(false, trace);
            case LabelSelector.Requirements(List<Requirement> all) -> met(all, labels, trace);
        };
    }

    /// The namespace as a text, an empty one where none is named.
    static Value namespace(Value object) {
        Value namespace = Nodes.field(Nodes.field(object, "metadata"), "namespace");
        return switch (namespace) {
            case Value.Text _ -> namespace;
            case Value.Missing _ -> new Value.Text("", namespace.trace());
            case Value.Open _ -> namespace;
            default -> new Value.Wrong("a string", namespace);
        };
    }

    /// The selector of an object, where its kind has one.
    static LabelSelector selector(Workloads workloads, Value object) {
        String kind = TextAttributes.text(Nodes.field(object, "kind"));
        String group = group(object);
        Value specification = Nodes.field(object, "spec");
        @Nullable String own =
                switch (kind) {
                    case "Service", "ReplicationController" -> "";
                    case "PodDisruptionBudget" -> "policy";
                    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> "apps";
                    case "Job" -> "batch";
                    case "NetworkPolicy" -> "networking.k8s.io";
                    default -> null;
                };
        if (own != null && (own.equals(group) || group.equals("extensions"))) {
            boolean network = kind.equals("NetworkPolicy");
            Value selector = Nodes.field(specification, network ? "podSelector" : "selector");
            LabelSelector read =
                    LabelSelector.read(selector, own.isEmpty() ? Form.PLAIN : Form.STRUCTURED);
            boolean empty = read instanceof LabelSelector.Requirements(var all) && all.isEmpty();
            return empty && own.isEmpty() ? new LabelSelector.Nothing() : read;
        }
        // One that a setting names selects its pods as Kubernetes' own do.
        boolean custom =
                Workloads.BUILT_IN.find(group, kind) == null && workloads.find(group, kind) != null;
        return custom
                ? LabelSelector.read(Nodes.field(specification, "selector"), Form.STRUCTURED)
                : new LabelSelector.Unreadable(
                        new Value.Wrong("an object with a selector for pods", object));
    }

    private static String group(Value object) {
        String apiVersion = TextAttributes.text(Nodes.field(object, "apiVersion"));
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /// The labels of the pods of an object; open where it has none that could be known.
    static Value podLabels(Workloads workloads, Value object) {
        Value metadata = workloads.metadata(object);
        String kind = TextAttributes.text(Nodes.field(object, "kind"));
        boolean unknown = workloads.find(group(object), kind) == null;
        return unknown && metadata instanceof Value.Missing
                ? new Value.Wrong("an object with pods", object)
                : Nodes.field(metadata, "labels");
    }

    private static Value met(List<Requirement> requirements, Value labels, Trace trace) {
        boolean known =
                labels instanceof Value.Tree
                        || labels instanceof Value.NoEntries
                        || (labels instanceof Value.Missing(var nearest, _) && nearest != null);
        if (!known) {
            return labels instanceof Value.Open
                    ? labels
                    : new Value.Wrong("a map of labels", labels);
        }
        Value open = null;
        for (Requirement requirement : requirements) {
            Value answer = met(requirement, labels, trace);
            if (answer instanceof Value.Bool(boolean holds, _)) {
                if (!holds) {
                    return answer;
                }
            } else {
                open = open == null ? answer : open;
            }
        }
        return open == null ? new Value.Bool(true, trace) : open;
    }

    private static Value met(Requirement requirement, Value labels, Trace trace) {
        Value label = Nodes.field(labels, requirement.key());
        boolean absent = label instanceof Value.Missing(_, String rest) && !rest.isEmpty();
        if (!absent && !(label instanceof Value.Text)) {
            return label instanceof Value.Open ? label : new Value.Wrong("a string", label);
        }
        return switch (requirement.operator()) {
            case EXISTS -> new Value.Bool(!absent, trace);
            case DOES_NOT_EXIST -> new Value.Bool(absent, trace);
            case IN -> listed(requirement, label, absent, true, trace);
            case NOT_IN -> listed(requirement, label, absent, false, trace);
        };
    }

    private static Value listed(
            Requirement requirement, Value label, boolean absent, boolean wanted, Trace trace) {
        Value open = null;
        boolean found = false;
        for (Value value : requirement.values()) {
            if (value instanceof Value.Text(String text, _)) {
                found |= !absent && text.equals(TextAttributes.text(label));
            } else {
                open = value;
            }
        }
        return !absent && !found && open != null ? open : new Value.Bool(found == wanted, trace);
    }
}
