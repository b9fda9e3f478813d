package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.List;

/// What a file holds: the documents that could be read, and what is wrong with the rest.
///
/// @param count how many documents were found, with empty ones and broken ones
public record ReadResult(
        Source source, int count, List<Document> documents, List<Diagnostic> diagnostics) {
    public ReadResult {
        documents = List.copyOf(documents);
        diagnostics = List.copyOf(diagnostics);
    }

    /// What is left of a file that could not be read.
    public static ReadResult unread(Source source, List<Diagnostic> diagnostics) {
        return new ReadResult(source, 0, List.of(), diagnostics);
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
