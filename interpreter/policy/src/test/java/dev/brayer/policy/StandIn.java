package dev.brayer.policy;

import dev.brayer.text.Origin;
import dev.brayer.text.Provenance;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// Manifests as they are rendered where the word `word` has no value that is known.
final class StandIn {
    private static final String HOLE = "${word}";

    private StandIn() {}

    /// Fills every `${word}` with a text that stands in for its value.
    static Source fill(String manifest, String value, Origin.Known known) {
        Source stencil = Source.of("stencils/thing.yml", manifest);
        Source formation = Source.of("formations/staging.yml", "word: 1");
        Origin origin = new Origin("word", formation.place(0, 4), known);
        StringBuilder text = new StringBuilder();
        List<Provenance.Segment> segments = new ArrayList<>();
        int from = 0;
        for (int at = manifest.indexOf(HOLE); at >= 0; at = manifest.indexOf(HOLE, from)) {
            int end = at + HOLE.length();
            segments.add(
                    new Provenance.Segment(
                            text.length(), stencil.place(from, at), true, List.of()));
            text.append(manifest, from, at);
            segments.add(
                    new Provenance.Segment(
                            text.length(), stencil.place(at, end), false, List.of(origin)));
            text.append(value);
            from = end;
        }
        segments.add(
                new Provenance.Segment(
                        text.length(), stencil.place(from, manifest.length()), true, List.of()));
        text.append(manifest, from, manifest.length());
        return Source.rendered("stencils/thing.yml", text.toString(), Provenance.of(segments));
    }
}
