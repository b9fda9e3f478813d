package dev.brayer.policy;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Diagnostics of several files, from top to bottom whichever stage found them.
final class DiagnosticOrder {
    private DiagnosticOrder() {}

    static List<Diagnostic> sorted(List<Diagnostic> diagnostics, List<Source> sources) {
        // A definition is checked for each call with other types, so that it may be complained
        // about repeatedly.
        List<Diagnostic> sorted = new ArrayList<>(new LinkedHashSet<>(diagnostics));
        sorted.sort((left, right) -> {
            int byFile = Integer.compare(file(left, sources), file(right, sources));
            return byFile != 0 ? byFile : Integer.compare(start(left), start(right));
        });
        return sorted;
    }

    private static int file(Diagnostic diagnostic, List<Source> sources) {
        Place place = diagnostic.place();
        int index = place == null ? -1 : sources.indexOf(place.source());
        return index < 0 ? sources.size() : index;
    }

    private static int start(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        return place == null ? 0 : place.span().start();
    }
}
