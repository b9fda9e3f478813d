package dev.brayer.policy.builtin;

import dev.brayer.policy.builtin.LabelSelector.Requirement;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys under which selectors and what they select are found in a hash table: where a selecting
/// object and another one have no key in common, `selects` is false for them.
///
/// What is unusual has no keys, so that nothing is concluded about it.
public final class LabelKeys {
    private static final char SEPARATOR = '\0';

    private LabelKeys() {}

    /// The keys of an object that may be selected: its namespace, and each label of its pods in it;
    /// null for one whose labels are not as they should be.
    public static @Nullable List<String> ofSelected(Value object, Workloads workloads) {
        String namespace = namespace(object);
        if (namespace == null) {
            return null;
        }
        Value labels = Labels.podLabels(workloads, object);
        List<String> keys = new ArrayList<>();
        keys.add(namespace);
        if (labels instanceof Value.Missing(Site nearest, _) && nearest != null) {
            return keys;
        }
        if (!(labels instanceof Value.Tree(Site site))) {
            return null;
        }
        for (Value key : Nodes.keys(site)) {
            if (!(key instanceof Value.Text(String name, _))
                    || !(Nodes.field(labels, name) instanceof Value.Text(String text, _))) {
                return null;
            }
            keys.add(key(namespace, name, text));
        }
        return keys;
    }

    /// The one key that everything has which the object selects, or none for an object that selects
    /// nothing; null for one whose selector is not as it should be.
    public static @Nullable List<String> ofSelecting(Value object, Workloads workloads) {
        String namespace = namespace(object);
        if (namespace == null) {
            return null;
        }
        return switch (Labels.selector(workloads, object)) {
            case LabelSelector.Unreadable _ -> null;
            case LabelSelector.Nothing _ -> List.of();
            case LabelSelector.Requirements(List<Requirement> all) -> {
                for (Requirement requirement : all) {
                    if (requirement.operator() == LabelSelector.Operator.IN
                            && requirement.values().size() == 1
                            && requirement.values().getFirst()
                                    instanceof Value.Text(String text, _)) {
                        yield List.of(key(namespace, requirement.key(), text));
                    }
                }
                yield List.of(namespace);
            }
        };
    }

    private static @Nullable String namespace(Value object) {
        return object instanceof Value.Tree
                        && Labels.namespace(object) instanceof Value.Text(String text, _)
                ? text
                : null;
    }

    private static String key(String namespace, String name, String value) {
        return namespace + SEPARATOR + name + SEPARATOR + value;
    }
}
