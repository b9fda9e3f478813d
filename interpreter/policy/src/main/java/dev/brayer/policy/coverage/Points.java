package dev.brayer.policy.coverage;

import dev.brayer.policy.coverage.CoveragePoint.Kind;
import dev.brayer.text.Place;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All points, each once: a definition is compiled for every call, and policies are loaded for
/// every set of parameters, but what is written is one.
final class Points {
    private record Key(Kind kind, String file, Span span) {}

    private final Map<Key, CoveragePoint> points = new LinkedHashMap<>();

    CoveragePoint at(Kind kind, Place place, Side... possible) {
        return at(kind, place, place, possible);
    }

    /// @param whole what is not reached either where this is not
    CoveragePoint at(Kind kind, Place place, Place whole, Side... possible) {
        CoveragePoint point =
                points.computeIfAbsent(
                        new Key(kind, place.source().name(), place.span()),
                        _ -> new CoveragePoint(kind, place, whole));
        for (Side side : possible) {
            point.allow(side);
        }
        return point;
    }

    /// The points of a file, in the order of its text.
    List<CoveragePoint> of(String file) {
        List<CoveragePoint> found = new ArrayList<>();
        for (CoveragePoint point : points.values()) {
            if (point.place().source().name().equals(file) && !point.possible().isEmpty()) {
                found.add(point);
            }
        }
        found.sort(
                Comparator.comparingInt((CoveragePoint point) -> point.place().span().start())
                        .thenComparingInt(point -> -point.place().span().end())
                        .thenComparing(CoveragePoint::kind));
        return found;
    }
}
