package dev.brayer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For each range of a rendered text, where it was written: segments in the order of the text that
/// cover it without gaps.
public final class Provenance {
    private final List<Segment> segments;
    private final boolean unfilled;
    private final boolean secret;

    /// A range of the rendered text.
    ///
    /// @param start where it begins in the rendered text
    /// @param written the place in the stencil or partial: the same text for what was copied, the
    ///   hole for what was filled in, the point of insertion for a stamp
    /// @param copied whether the rendered text is, character by character, the text of `written`
    /// @param origins where the values of a filled word come from, the word itself first
    public record Segment(int start, Place written, boolean copied, List<Origin> origins) {
        public Segment {
            origins = List.copyOf(origins);
        }
    }

    /// A secret in a rendered text.
    ///
    /// @param start where what stands for it begins in the rendered text
    /// @param written the hole that it fills
    /// @param origin where the formation names it
    public record Secret(int start, Place written, Origin origin) {}

    private Provenance(List<Segment> segments) {
        this.segments = segments;
        this.unfilled = has(segments, Origin.Known.NOTHING);
        this.secret = has(segments, Origin.Known.SECRET);
    }

    private static boolean has(List<Segment> segments, Origin.Known known) {
        for (Segment segment : segments) {
            if (first(segment.origins(), known) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Origin first(List<Origin> origins, Origin.Known known) {
        for (Origin origin : origins) {
            if (origin.known() == known) {
                return origin;
            }
        }
        return null;
    }

    /// Whether a word of the text has no value yet.
    boolean isUnfilled() {
        return unfilled;
    }

    /// Whether a word of the text is a secret.
    boolean isSecret() {
        return secret;
    }

    /// The secrets that stand in the text, in its order.
    List<Secret> secrets() {
        List<Secret> found = new ArrayList<>();
        for (Segment segment : segments) {
            Origin origin = first(segment.origins(), Origin.Known.SECRET);
            if (origin != null) {
                found.add(new Secret(segment.start(), segment.written(), origin));
            }
        }
        return List.copyOf(found);
    }

    /// @throws IllegalArgumentException if the segments do not start at 0 and rise
    public static Provenance of(List<Segment> segments) {
        int expectedAtLeast = 0;
        for (Segment segment : segments) {
            if (segment.start() < expectedAtLeast
                    || (expectedAtLeast == 0 && segment.start() != 0)) {
                throw new IllegalArgumentException(
                        "segments leave a gap or overlap at " + segment.start());
            }
            expectedAtLeast = segment.start() + 1;
        }
        return new Provenance(List.copyOf(segments));
    }

    /// The place in the written file for a span of the rendered one: from where its start was
    /// written to where its end was, if both stand in one file, else where its start was written.
    Place written(Span span) {
        if (segments.isEmpty()) {
            throw new IllegalStateException("an empty text has no places");
        }
        Segment first = segments.get(indexAt(span.start()));
        Place start = place(first, span.start());
        if (span.length() == 0) {
            return first.copied()
                    ? new Place(start.source(), Span.at(start.span().start()))
                    : start;
        }
        Segment last = segments.get(indexAt(span.end() - 1));
        Place end = place(last, span.end() - 1);
        boolean together =
                start.source() == end.source() && end.span().end() >= start.span().start();
        return together ? new Place(start.source(), start.span().to(end.span())) : start;
    }

    List<Origin> origins(Span span) {
        if (segments.isEmpty()) {
            return List.of();
        }
        List<Origin> found = new ArrayList<>();
        for (int index = indexAt(span.start()); index < segments.size(); index++) {
            Segment segment = segments.get(index);
            if (index > 0 && segment.start() >= span.end() && segment.start() > span.start()) {
                break;
            }
            for (Origin origin : segment.origins()) {
                if (!found.contains(origin)) {
                    found.add(origin);
                }
            }
        }
        return List.copyOf(found);
    }

    /// The first word within a span of which so much is known; null where there is none.
    @Nullable String word(Span span, Origin.Known known) {
        Origin origin = first(origins(span), known);
        return origin == null ? null : origin.word();
    }

    /// The written place of one character of a segment.
    private static Place place(Segment segment, int offset) {
        Place written = segment.written();
        if (!segment.copied()) {
            return written;
        }
        int start = written.span().start() + offset - segment.start();
        return new Place(
                written.source(),
                new Span(start, Math.min(start + 1, written.source().text().length())));
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = segments.size() - 1;
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
}
