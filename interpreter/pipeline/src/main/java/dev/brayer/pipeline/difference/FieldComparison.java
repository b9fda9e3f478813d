package dev.brayer.pipeline.difference;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the fields in which two objects differ. Items of lists are matched by their `name` where
/// all have one, else by their place.
final class FieldComparison {
    private final Predicate<String> ignored;
    private final List<FieldChange> changes = new ArrayList<>();

    FieldComparison(Predicate<String> ignored) {
        this.ignored = ignored;
    }

    List<FieldChange> compare(Node before, Node after) {
        compare(NodePath.ROOT, before, after);
        return changes;
    }

    private void compare(NodePath path, @Nullable Node before, @Nullable Node after) {
        if (before instanceof MapNode then && after instanceof MapNode now) {
            compareMaps(path, then, now);
        } else if (before instanceof ListNode then && after instanceof ListNode now) {
            compareLists(path, then, now);
        } else if (before == null || after == null || !same(before, after)) {
            changes.add(new FieldChange(path.toString(), json(before), json(after)));
        }
    }

    private static boolean same(Node before, Node after) {
        return before instanceof ScalarNode
                && after instanceof ScalarNode
                && Values.equal(before, after);
    }

    private static @Nullable String json(@Nullable Node node) {
        return node == null ? null : Values.toJson(node);
    }

    private void compareMaps(NodePath path, MapNode before, MapNode after) {
        for (Entry entry : after.entries()) {
            if (!ignored.test(entry.name())) {
                compare(path.child(entry.name()), before.get(entry.name()), entry.value());
            }
        }
        for (Entry entry : before.entries()) {
            if (!ignored.test(entry.name()) && after.entry(entry.name()) == null) {
                compare(path.child(entry.name()), entry.value(), null);
            }
        }
    }

    private void compareLists(NodePath path, ListNode before, ListNode after) {
        boolean named = areNamed(before) && areNamed(after);
        for (int at = 0; at < after.size(); at++) {
            Node then =
                    named
                            ? named(before, after.get(at))
                            : at < before.size() ? before.get(at) : null;
            compare(path.child(at), then, after.get(at));
        }
        for (int at = 0; at < before.size(); at++) {
            boolean gone = named ? named(after, before.get(at)) == null : at >= after.size();
            if (gone) {
                compare(path.child(at), before.get(at), null);
            }
        }
    }

    private static boolean areNamed(ListNode list) {
        List<String> names = new ArrayList<>();
        for (Node item : list.items()) {
            String name = name(item);
            if (name == null || names.contains(name)) {
                return false;
            }
            names.add(name);
        }
        return true;
    }

    private static @Nullable String name(Node item) {
        return item instanceof MapNode map ? map.string("name") : null;
    }

    private static @Nullable Node named(ListNode list, Node wanted) {
        String name = name(wanted);
        for (Node item : list.items()) {
            if (name != null && name.equals(name(item))) {
                return item;
            }
        }
        return null;
    }
}
