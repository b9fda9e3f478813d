package dev.brayer.stencil.fill;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.text.Origin;
import java.util.ArrayList;
import java.util.List;

/// Moves the text of a partial, with its comments and layout, to another column.
final class PartialText {
    private PartialText() {}

    /// Whether the text means the same elsewhere: not in flow style, without anchors, which would
    /// get into the way of those of the file it is inserted in, and not ending in a block scalar
    /// that depends on the lines behind it.
    static boolean canStand(Words.Insert insert) {
        Node root = insert.root();
        if (root instanceof ScalarNode
                || root.isFlow()
                || root.anchor() != null
                || root.tag() != null) {
            return false;
        }
        return !hasAnchors(root) && !endsOpen(root, insert.text().toString());
    }

    private static boolean hasAnchors(Node node) {
        if (node.anchor() != null) {
            return true;
        }
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                if (hasAnchors(item)) {
                    return true;
                }
            }
        } else if (node instanceof MapNode map) {
            for (Entry entry : map.written()) {
                if (entry.key().anchor() != null || hasAnchors(entry.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean endsOpen(Node node, String text) {
        if (node instanceof ListNode list) {
            return !list.isEmpty() && endsOpen(list.get(list.size() - 1), text);
        }
        if (node instanceof MapNode map) {
            List<Entry> entries = map.written();
            return !entries.isEmpty() && endsOpen(entries.get(entries.size() - 1).value(), text);
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean open =
                scalar.text().endsWith("\n\n") || Lines.end(text, scalar.end()) == text.length();
        return scalar.style().isBlock() && open;
    }

    /// The pieces of the partial's tree, its first line where the text already is, the others moved
    /// to a column.
    static List<Piece> at(
            int column, Words.Insert insert, List<Origin> origins, ValueWriter writer) {
        String text = insert.text().toString();
        int start = insert.root().start();
        int end = Lines.end(text, insert.root().end());
        int move = column - Lines.column(text, start);
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        while (true) {
            int next = Math.min(end, Lines.next(text, at));
            for (Piece piece : insert.text().pieces(at, next)) {
                pieces.add(withOrigins(piece, origins));
            }
            at = next;
            if (at >= end) {
                break;
            }
            if (Lines.end(text, at) > at) {
                if (move > 0) {
                    pieces.add(writer.indentation(move));
                }
                for (int spaces = 0; spaces < -move && text.charAt(at) == ' '; spaces++) {
                    at++;
                }
            }
        }
        return pieces;
    }

    private static Piece withOrigins(Piece piece, List<Origin> origins) {
        List<Origin> all = new ArrayList<>(piece.origins());
        all.addAll(origins);
        return new Piece(piece.text(), piece.written(), piece.copied(), all);
    }
}
