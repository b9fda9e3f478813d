package dev.brayer.policy.builtin;

import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Label selectors, as the API server reads them: no selector selects nothing, an empty one
/// everything, but for services and replication controllers.
final class Labels {
    private Labels() {}

    static Value selects(World world, Value selecting, Value object) {
        Trace trace = Trace.join(selecting.trace(), object.trace());
        Value selector = selector(world.workloads(), selecting);
        if (selector instanceof Value.Wrong) {
            return selector;
        }
        Value oneNamespace = Nodes.field(Nodes.field(selecting, "metadata"), "namespace");
        Value twoNamespace = Nodes.field(Nodes.field(object, "metadata"), "namespace");
        for (Value value : List.of(selector, oneNamespace, twoNamespace)) {
            if (value instanceof Value.Unfilled) {
                return value;
            }
        }
        boolean sameNamespace =
                TextAttributes.text(oneNamespace).equals(TextAttributes.text(twoNamespace));
        if (!sameNamespace
                || selector instanceof Value.Missing
                || isEmptyAndPlain(selecting, selector)) {
            return new Value.Bool(false, trace);
        }
        Value labels = Nodes.field(world.workloads().metadata(object), "labels");
        return answer(matching(selector, labels), trace, selector, labels);
    }

    /// The API server takes an empty selector of a kind with plain selectors for none.
    private static boolean isEmptyAndPlain(Value selecting, Value selector) {
        String kind = TextAttributes.text(Nodes.field(selecting, "kind"));
        return (kind.equals("Service") || kind.equals("ReplicationController"))
                && selector instanceof Value.Tree(Site site)
                && Nodes.keys(site).isEmpty();
    }

    static Value matches(Value selector, Value labels) {
        return answer(
                matching(selector, labels),
                Trace.join(selector.trace(), labels.trace()),
                selector,
                labels);
    }

    private static Value answer(Truth truth, Trace trace, Value selector, Value labels) {
        if (truth != Truth.OPEN) {
            return new Value.Bool(truth == Truth.HOLDS, trace);
        }
        for (Value map : List.of(selector, labels)) {
            Value unfilled = unfilled(map);
            if (unfilled != null) {
                return unfilled;
            }
        }
        return new Value.Wrong("a label selector and labels", selector);
    }

    /// The first word without a value in a selector or in labels.
    private static @Nullable Value unfilled(Value value) {
        if (value instanceof Value.Unfilled) {
            return value;
        }
        List<Value> inside =
                switch (value) {
                    case Value.Tree(Site site) -> Nodes.values(site);
                    case Value.Items(List<Value> elements, _) -> elements;
                    default -> List.of();
                };
        for (Value element : inside) {
            Value found = unfilled(element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Where the selector of an object stands.
    static Value selector(Workloads workloads, Value object) {
        String kind = TextAttributes.text(Nodes.field(object, "kind"));
        Value specification = Nodes.field(object, "spec");
        return switch (kind) {
            case "Service",
                    "PodDisruptionBudget",
                    "ReplicationController",
                    "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "Job" ->
                    Nodes.field(specification, "selector");
            case "NetworkPolicy" -> Nodes.field(specification, "podSelector");
            default ->
                    isCustomWorkload(workloads, object, kind)
                            ? Nodes.field(specification, "selector")
                            : new Value.Wrong("an object with a selector for pods", object);
        };
    }

    /// One that a setting names selects its pods as Kubernetes' own do.
    private static boolean isCustomWorkload(Workloads workloads, Value object, String kind) {
        String apiVersion = TextAttributes.text(Nodes.field(object, "apiVersion"));
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return Workloads.BUILT_IN.find(group, kind) == null && workloads.find(group, kind) != null;
    }

    private static Truth matching(Value selector, Value labels) {
        boolean areLabels =
                labels instanceof Value.Tree
                        || labels instanceof Value.Missing
                        || labels instanceof Value.NoEntries;
        if (selector instanceof Value.NoEntries && areLabels) {
            return Truth.FAILS;
        }
        if (!(selector instanceof Value.Tree(Site site)) || !areLabels) {
            return Truth.OPEN;
        }
        Site byLabels = site.field("matchLabels");
        Site byExpressions = site.field("matchExpressions");
        if (byLabels == null && byExpressions == null) {
            return equal(site, labels);
        }
        Truth truth = byLabels == null ? Truth.HOLDS : equal(byLabels, labels);
        if (byExpressions != null) {
            if (!(Nodes.value(byExpressions) instanceof Value.Items(List<Value> expressions, _))) {
                return Truth.OPEN;
            }
            for (Value expression : expressions) {
                truth = truth.and(expression(expression, labels));
            }
        }
        return truth;
    }

    /// Every entry of the selector is a label.
    private static Truth equal(Site selector, Value labels) {
        Truth truth = Truth.HOLDS;
        for (Value key : Nodes.keys(selector)) {
            String name = TextAttributes.text(key);
            Value wanted = Nodes.field(new Value.Tree(selector), name);
            Value label = Nodes.field(labels, name);
            if (wanted instanceof Value.Text(String one, _)
                    && label instanceof Value.Text(String two, _)) {
                truth = truth.and(Truth.of(one.equals(two)));
            } else {
                truth =
                        truth.and(
                                label instanceof Value.Missing && wanted instanceof Value.Text
                                        ? Truth.FAILS
                                        : Truth.OPEN);
            }
        }
        return truth;
    }

    private static Truth expression(Value expression, Value labels) {
        String operator = TextAttributes.text(Nodes.field(expression, "operator"));
        Value label = Nodes.field(labels, TextAttributes.text(Nodes.field(expression, "key")));
        if (label instanceof Value.Unfilled || label instanceof Value.Wrong) {
            return Truth.OPEN;
        }
        boolean there = !(label instanceof Value.Missing);
        List<Value> values = ListAttributes.elements(Nodes.field(expression, "values"));
        boolean listed = false;
        for (Value value : values) {
            if (value instanceof Value.Unfilled) {
                return Truth.OPEN;
            }
            listed |= there && TextAttributes.text(value).equals(TextAttributes.text(label));
        }
        return switch (operator) {
            case "In" -> Truth.of(listed);
            case "NotIn" -> Truth.of(!listed);
            case "Exists" -> Truth.of(there);
            case "DoesNotExist" -> Truth.of(!there);
            default -> Truth.OPEN;
        };
    }
}
