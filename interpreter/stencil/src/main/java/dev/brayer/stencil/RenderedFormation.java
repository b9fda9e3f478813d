package dev.brayer.stencil;

import dev.brayer.text.Diagnostic;
import java.util.List;

/// A formation whose stencils were filled.
///
/// @param files in the order in which they apply; a stencil with an error is not among them
/// @param words every word with its value, for `brayer render --explain`
/// @param diagnostics of the formation's words and of its stencils; with an error among them the
///   files are incomplete
public record RenderedFormation(
        Formation formation,
        List<RenderedFile> files,
        List<WordRow> words,
        List<Diagnostic> diagnostics) {
    public RenderedFormation {
        files = List.copyOf(files);
        words = List.copyOf(words);
        diagnostics = List.copyOf(diagnostics);
    }

    /// Whether there is no error, so that the files are all that the formation has.
    public boolean isComplete() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return false;
            }
        }
        return true;
    }
}
