package dev.brayer.stencil.fill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Changes of a text, each at its exact range. They may be collected in any order, but must not
/// overlap.
public final class Edits {
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, int turn, List<Piece> pieces)
            implements Comparable<Edit> {
        @Override
        public int compareTo(Edit other) {
            int byStart = Integer.compare(start, other.start);
            int byEnd = byStart == 0 ? Integer.compare(end, other.end) : byStart;
            return byEnd == 0 ? Integer.compare(turn, other.turn) : byEnd;
        }
    }

    /// Puts the pieces in place of a range; without pieces the range is removed, an empty range is
    /// an insertion. Insertions at one offset come out in the order in which they were made.
    public void replace(int start, int end, List<Piece> pieces) {
        edits.add(new Edit(start, end, edits.size(), List.copyOf(pieces)));
    }

    public void insert(int offset, List<Piece> pieces) {
        replace(offset, offset, pieces);
    }

    public void remove(int start, int end) {
        replace(start, end, List.of());
    }

    /// The same changes, to which others can be added.
    public Edits copy() {
        Edits copy = new Edits();
        copy.edits.addAll(edits);
        return copy;
    }

    /// Whether two changes get into each other's way.
    public boolean overlap() {
        Collections.sort(edits);
        int done = 0;
        for (Edit edit : edits) {
            if (edit.start() < done) {
                return true;
            }
            done = edit.end();
        }
        return false;
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /// The text with all changes.
    ///
    /// @throws IllegalStateException if two changes overlap, which is a bug
    public RenderedText applyTo(RenderedText text) {
        Collections.sort(edits);
        RenderedText changed = new RenderedText();
        int done = 0;
        for (Edit edit : edits) {
            if (edit.start() < done) {
                throw new IllegalStateException(
                        "two changes of one text overlap at " + edit.start());
            }
            appendAll(changed, text.pieces(done, edit.start()));
            appendAll(changed, edit.pieces());
            done = edit.end();
        }
        appendAll(changed, text.pieces(done, text.length()));
        return changed;
    }

    private static void appendAll(RenderedText text, List<Piece> pieces) {
        for (Piece piece : pieces) {
            text.append(piece);
        }
    }
}
