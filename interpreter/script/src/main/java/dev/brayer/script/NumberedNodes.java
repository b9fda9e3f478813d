package dev.brayer.script;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers maps and lists as `prelude.js` does: the array of documents is 0, then each in depth,
/// keys in the order of their characters. What an alias leads to counts wherever it stands.
final class NumberedNodes {
    private final List<@Nullable Node> nodes = new ArrayList<>();

    private NumberedNodes() {}

    static NumberedNodes of(List<Node> documents) {
        NumberedNodes numbered = new NumberedNodes();
        numbered.nodes.add(null);
        for (Node document : documents) {
            numbered.add(document);
        }
        return numbered;
    }

    private void add(Node node) {
        if (node instanceof ListNode list) {
            nodes.add(list);
            for (Node item : list.items()) {
                add(item);
            }
        } else if (node instanceof MapNode map) {
            nodes.add(map);
            List<Entry> entries = new ArrayList<>(map.entries());
            entries.sort((one, other) -> one.name().compareTo(other.name()));
            for (Entry entry : entries) {
                add(entry.value());
            }
        }
    }

    /// The node of a number; `null` for that of the array, and for -1.
    @Nullable Node get(int number) {
        return number < 0 ? null : nodes.get(number);
    }
}
