package dev.brayer.stencil.transform;

import dev.brayer.document.Node;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs transformations.
public interface Transformer {
    /// Says that a script will be run soon, so that what runs it can start meanwhile.
    void prepare();

    /// @param documents all of a formation, as a script sees them in `$$`
    /// @param context what it sees in `$context`
    Transformed transform(Source script, List<Node> documents, Map<String, String> context);

    /// What became of the documents.
    ///
    /// @param documents `null` after an error
    record Transformed(@Nullable List<Changed> documents, List<Diagnostic> diagnostics) {
        public Transformed {
            documents = documents == null ? null : List.copyOf(documents);
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
