package dev.brayer.grammar.placeholder;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Span;
import java.util.List;

/// What stands between `${` and `}` in a text, in the order of the text.
///
/// @param holes `${word}`
/// @param escapes `$${`, which writes a literal `${`; the span holds these three characters
/// @param diagnostics what looks like a hole and is none
public record Placeholders(List<Hole> holes, List<Span> escapes, List<Diagnostic> diagnostics) {
    static final Placeholders NONE = new Placeholders(List.of(), List.of(), List.of());

    /// A hole; the span goes from `$` to behind `}`.
    public record Hole(Span span, String word) {}

    public Placeholders {
        holes = List.copyOf(holes);
        escapes = List.copyOf(escapes);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean isEmpty() {
        return holes.isEmpty() && escapes.isEmpty() && diagnostics.isEmpty();
    }
}
