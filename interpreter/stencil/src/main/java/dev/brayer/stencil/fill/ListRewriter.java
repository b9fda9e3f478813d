package dev.brayer.stencil.fill;

import dev.brayer.document.ListNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.transform.Changed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Rewrites a list in block style entry by entry.
final class ListRewriter {
    private final Rewriter file;
    private final String text;
    private final ListNode list;
    private final List<Changed> items;
    private final int column;

    /// For each entry of the new list the index of the old one that it stands for, or -1.
    private final int[] before;

    ListRewriter(Rewriter file, String text, ListNode list, Changed.Items items) {
        this.file = file;
        this.text = text;
        this.list = list;
        this.items = items.items();
        column = Lines.column(text, list.start());
        before = matched();
    }

    private int[] matched() {
        IdentityHashMap<Node, Integer> indexes = new IdentityHashMap<>();
        for (int index = list.size() - 1; index >= 0; index--) {
            indexes.put(list.get(index), index);
        }
        int[] matches = new int[items.size()];
        int last = -1;
        for (int index = 0; index < matches.length; index++) {
            Changed item = items.get(index);
            int match = -1;
            Node original = item.original();
            if (original != null) {
                Integer known = indexes.get(original);
                match = known == null || known <= last ? -1 : known;
            } else if (item instanceof Changed.Scalar scalar) {
                match = equal(scalar.value(), last + 1);
            }
            matches[index] = match;
            last = Math.max(last, match);
        }
        return matches;
    }

    private int equal(Value value, int from) {
        for (int index = from; index < list.size(); index++) {
            if (list.get(index) instanceof ScalarNode scalar && Rewriter.isSame(value, scalar)) {
                return index;
            }
        }
        return -1;
    }

    /// Whether each entry begins with a dash on a line of its own, and one of them stays.
    boolean isPossible() {
        boolean stays = false;
        for (int match : before) {
            stays |= match >= 0;
        }
        for (int index = 0; index < list.size(); index++) {
            if (dash(index) < 0 || list.alias(index) != null) {
                return false;
            }
        }
        return stays && list.anchor() == null;
    }

    /// Where the dash of an entry stands, -1 when it is not the first thing in its line.
    private int dash(int index) {
        int at = list.get(index).spanWithProperties().start() - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        boolean found =
                at >= 0
                        && text.charAt(at) == '-'
                        && Lines.column(text, at) == column
                        && Lines.startsLine(text, at);
        return found ? at : -1;
    }

    void rewrite() {
        boolean[] stays = new boolean[list.size()];
        for (int match : before) {
            if (match >= 0) {
                stays[match] = true;
            }
        }
        int last = -1;
        List<Value> waiting = new ArrayList<>();
        for (int index = 0; index < before.length; index++) {
            if (before[index] < 0) {
                waiting.add(items.get(index).value());
                continue;
            }
            insertBefore(dash(before[index]), waiting);
            waiting.clear();
            last = before[index];
            file.change(list.get(last), items.get(index));
        }
        if (!waiting.isEmpty()) {
            insertBehind(last, waiting);
        }
        for (int index = 0; index < stays.length; index++) {
            if (!stays[index]) {
                file.edits()
                        .remove(
                                Lines.start(text, dash(index)),
                                Lines.next(text, list.get(index).end()));
            }
        }
    }

    private void insertBefore(int dash, List<Value> added) {
        for (Value value : added) {
            ValueWriter writer = file.writer(dash, true, value);
            writer.items(List.of(value), column);
            writer.lineAt(column);
            file.edits().insert(dash, writer.pieces());
        }
    }

    /// Behind the lines of an entry, and of what is removed behind that.
    private void insertBehind(int index, List<Value> added) {
        int at = Lines.end(text, list.get(index).end());
        for (Value value : added) {
            ValueWriter writer = file.writer(at, true, value).lineAt(column);
            writer.items(List.of(value), column);
            file.edits().insert(at, writer.pieces());
        }
    }
}
