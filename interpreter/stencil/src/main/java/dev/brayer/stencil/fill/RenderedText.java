package dev.brayer.stencil.fill;

import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Provenance;
import dev.brayer.text.Provenance.Segment;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// A text that grows piece by piece and remembers where each one comes from.
public final class RenderedText {
    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    /// The whole of a file that a person wrote.
    public static RenderedText of(Source source) {
        RenderedText whole = new RenderedText();
        whole.copy(source, 0, source.text().length());
        return whole;
    }

    public int length() {
        return text.length();
    }

    public void append(Piece piece) {
        add(piece.text(), piece.written(), piece.copied(), piece.origins());
    }

    /// Copies a range of a file that a person wrote.
    void copy(Source source, int start, int end) {
        add(source.text().substring(start, end), source.place(start, end), true, List.of());
    }

    private void add(String added, Place written, boolean copied, List<Origin> origins) {
        if (added.isEmpty()) {
            return;
        }
        segments.add(new Segment(text.length(), written, copied, origins));
        lengths.add(added.length());
        text.append(added);
    }

    /// The pieces of a range, in order.
    List<Piece> pieces(int start, int end) {
        List<Piece> found = new ArrayList<>();
        for (int index = segmentAt(start); index < segments.size(); index++) {
            Segment segment = segments.get(index);
            int from = Math.max(start, segment.start());
            int to = Math.min(end, segment.start() + lengths.get(index));
            if (segment.start() >= end) {
                break;
            }
            if (from < to) {
                Place written = segment.written();
                if (segment.copied()) {
                    int at = written.span().start() + from - segment.start();
                    written = written.source().place(at, at + to - from);
                }
                found.add(
                        new Piece(
                                text.substring(from, to),
                                written,
                                segment.copied(),
                                segment.origins()));
            }
        }
        return found;
    }

    private int segmentAt(int offset) {
        int low = 0;
        int high = Math.max(0, segments.size() - 1);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// This text as a file of that name.
    public Source toSource(String name) {
        return Source.rendered(name, text.toString(), Provenance.of(segments));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
