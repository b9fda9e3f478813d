package dev.brayer.pipeline.diff;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.document.Values;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares the objects of two states. What names only the run that wrote them (deploy tag, snapshot and commit of the
/// stamp) is no difference: it changes with every run and nothing restarts for it.
public final class ManifestDiff {
    private static final Set<String> RUN_NAMES =
            Set.of(
                    "metadata.labels[\"brayer.dev/deploy-tag\"]",
                    "metadata.annotations[\"brayer.dev/snapshot\"]",
                    "metadata.annotations[\"brayer.dev/commit\"]");

    private final List<FieldChange> fields = new ArrayList<>();

    private ManifestDiff() {}

    /// The objects that differ: first what is there now, in its order, then what is gone.
    public static List<ObjectChange> between(List<Document> before, List<Document> after) {
        Map<Key, Document> gone = new LinkedHashMap<>();
        for (Document document : before) {
            gone.put(Key.of(document), document);
        }
        List<ObjectChange> changes = new ArrayList<>();
        for (Document document : after) {
            Document old = gone.remove(Key.of(document));
            if (old == null) {
                changes.add(change(ObjectChange.Kind.ADDED, document, List.of()));
            } else {
                ManifestDiff diff = new ManifestDiff();
                diff.compare("", old.root(), document.root());
                if (!diff.fields.isEmpty()) {
                    changes.add(change(ObjectChange.Kind.CHANGED, document, diff.fields));
                }
            }
        }
        for (Document document : gone.values()) {
            changes.add(change(ObjectChange.Kind.REMOVED, document, List.of()));
        }
        return List.copyOf(changes);
    }

    private static ObjectChange change(
            ObjectChange.Kind kind, Document document, List<FieldChange> fields) {
        return new ObjectChange(kind, document.identity(), fields);
    }

    private void compare(String path, Node before, Node after) {
        if (before instanceof MapNode old && after instanceof MapNode now) {
            compareMaps(path, old, now);
        } else if (before instanceof ListNode old && after instanceof ListNode now) {
            compareLists(path, old, now);
        } else if (!Values.equal(before, after)) {
            changed(path, before, after);
        }
    }

    private void compareMaps(String path, MapNode before, MapNode after) {
        for (Entry entry : after.entries()) {
            String inner = child(path, entry.name());
            Node old = before.get(entry.name());
            if (old == null) {
                changed(inner, null, entry.value());
            } else {
                compare(inner, old, entry.value());
            }
        }
        for (Entry entry : before.entries()) {
            if (after.get(entry.name()) == null) {
                changed(child(path, entry.name()), entry.value(), null);
            }
        }
    }

    /// Entries with a `name`, as containers, ports and variables have it, are matched by it, others by their position:
    /// so a container put in front of another is one addition, as people see it.
    private void compareLists(String path, ListNode before, ListNode after) {
        Map<String, Node> oldByName = byName(before);
        Map<String, Node> nowByName = byName(after);
        if (oldByName == null || nowByName == null) {
            int shared = Math.min(before.items().size(), after.items().size());
            for (int at = 0; at < shared; at++) {
                compare(path + "[" + at + "]", before.items().get(at), after.items().get(at));
            }
            for (int at = shared; at < after.items().size(); at++) {
                changed(path + "[" + at + "]", null, after.items().get(at));
            }
            for (int at = shared; at < before.items().size(); at++) {
                changed(path + "[" + at + "]", before.items().get(at), null);
            }
            return;
        }
        nowByName.forEach(
                (name, now) -> {
                    String inner = path + "[name=" + name + "]";
                    Node old = oldByName.remove(name);
                    if (old == null) {
                        changed(inner, null, now);
                    } else {
                        compare(inner, old, now);
                    }
                });
        oldByName.forEach((name, old) -> changed(path + "[name=" + name + "]", old, null));
    }

    /// The entries by their names; `null` unless every entry is a map with a name of its own.
    private static @Nullable Map<String, Node> byName(ListNode list) {
        Map<String, Node> found = new LinkedHashMap<>();
        for (Node item : list.items()) {
            String name = item instanceof MapNode map ? map.string("name") : null;
            if (name == null || found.put(name, item) != null) {
                return null;
            }
        }
        return found;
    }

    private void changed(String path, @Nullable Node before, @Nullable Node after) {
        if (RUN_NAMES.contains(path)) {
            return;
        }
        Place place = after == null ? null : after.place();
        fields.add(new FieldChange(path, json(before), json(after), place));
    }

    private static @Nullable String json(@Nullable Node node) {
        return node == null ? null : Values.toJson(node);
    }

    private static String child(String path, String name) {
        if (isPlain(name)) {
            return path.isEmpty() ? name : path + "." + name;
        }
        StringBuilder quoted = new StringBuilder(path).append('[');
        Values.appendQuoted(name, quoted);
        return quoted.append(']').toString();
    }

    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean letter =
                    character == '_'
                            || (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z')
                            || (at > 0 && character >= '0' && character <= '9');
            if (!letter) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /// The same object, whatever version it is written in; documents that are no objects are told apart by their content.
    private record Key(
            String group,
            @Nullable String kind,
            @Nullable String namespace,
            @Nullable String name,
            String content) {
        static Key of(Document document) {
            ResourceIdentity identity = document.identity();
            boolean known = identity.isObject() && identity.name() != null;
            String content =
                    known ? "" : Values.toJson(document.root());
            return new Key(
                    identity.group(), identity.kind(), identity.namespace(), identity.name(), content);
        }
    }
}
