package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.List;

/// What a file holds: the documents that could be read, and what is wrong with the rest.
public record ReadResult(Source source, List<Document> documents, List<Diagnostic> diagnostics) {
    public ReadResult {
        documents = List.copyOf(documents);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }
}
