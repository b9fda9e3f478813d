package dev.brayer.policy.builtin;

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
        Value labels = Nodes.field(workloads.metadata(object), "labels");
        if (namespace == null
                || !(labels instanceof Value.Tree || labels instanceof Value.Missing)) {
            return null;
        }
        List<String> keys = new ArrayList<>();
        keys.add(namespace);
        if (labels instanceof Value.Tree(Site site)) {
            for (Value key : Nodes.keys(site)) {
                String name = TextAttributes.text(key);
                Value label = Nodes.field(labels, name);
                if (label instanceof Value.Text(String text, _)) {
                    keys.add(key(namespace, name, text));
                } else if (!(label instanceof Value.Missing)) {
                    return null;
                }
            }
        }
        return keys;
    }

    /// The one key that everything has which the object selects, or none for an object that selects
    /// nothing; null for one whose selector is not as it should be.
    public static @Nullable List<String> ofSelecting(Value object, Workloads workloads) {
        String namespace = namespace(object);
        Value selector = Labels.selector(workloads, object);
        if (namespace == null) {
            return null;
        }
        if (selector instanceof Value.Missing) {
            return List.of();
        }
        if (!(selector instanceof Value.Tree(Site site))) {
            return null;
        }
        Site byLabels = site.field("matchLabels");
        Site byExpressions = site.field("matchExpressions");
        if (byExpressions != null && !(Nodes.value(byExpressions) instanceof Value.Items)) {
            return null;
        }
        String key = byLabels == null && byExpressions == null ? first(namespace, site) : null;
        if (byLabels != null) {
            key = first(namespace, byLabels);
        }
        return List.of(key == null ? namespace : key);
    }

    /// The first label that a selector wants, if it wants one.
    private static @Nullable String first(String namespace, Site labels) {
        for (Value key : Nodes.keys(labels)) {
            String name = TextAttributes.text(key);
            if (Nodes.field(new Value.Tree(labels), name) instanceof Value.Text(String text, _)) {
                return key(namespace, name, text);
            }
        }
        return null;
    }

    private static @Nullable String namespace(Value object) {
        if (!(object instanceof Value.Tree)) {
            return null;
        }
        return switch (Nodes.field(Nodes.field(object, "metadata"), "namespace")) {
            case Value.Text(String text, _) -> text;
            case Value.Missing _ -> "";
            default -> null;
        };
    }

    private static String key(String namespace, String name, String value) {
        return namespace + SEPARATOR + name + SEPARATOR + value;
    }
}
