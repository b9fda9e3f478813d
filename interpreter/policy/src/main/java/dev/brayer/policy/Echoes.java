package dev.brayer.policy;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the checker says of a line that could not be read as a whole is most often an echo of that:
/// `forall c in xs` is a syntax error, and `forall` an unknown name only because of it.
final class Echoes {
    private Echoes() {}

    /// What the checker said, without what it said of lines in which the parser found an error.
    static List<Diagnostic> removed(List<Diagnostic> checked, List<Diagnostic> parsed) {
        Map<Source, Set<Integer>> broken = new HashMap<>();
        for (Diagnostic diagnostic : parsed) {
            Place place = diagnostic.place();
            if (diagnostic.isError() && place != null) {
                broken.computeIfAbsent(place.source(), source -> new HashSet<>())
                        .add(place.start().line());
            }
        }
        if (broken.isEmpty()) {
            return checked;
        }
        List<Diagnostic> kept = new ArrayList<>();
        for (Diagnostic diagnostic : checked) {
            Place place = diagnostic.place();
            Set<Integer> lines = place == null ? null : broken.get(place.source());
            if (place == null || lines == null || !lines.contains(place.start().line())) {
                kept.add(diagnostic);
            }
        }
        return kept;
    }
}
