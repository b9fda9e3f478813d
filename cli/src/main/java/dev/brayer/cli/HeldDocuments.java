package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.DocumentBatch;
import java.util.ArrayList;
import java.util.List;

/// All documents of a check, kept while rules judge them: a script sees them as one array.
final class HeldDocuments {
    private final List<Document> documents = new ArrayList<>();

    /// How many documents of the file at hand stand before the next batch.
    private int before;

    List<Document> documents() {
        return documents;
    }

    /// Reads the batch now and keeps its documents.
    DocumentBatch keep(DocumentBatch batch) {
        ReadResult read = batch.read();
        boolean continues = batch.continues();
        before = continues ? before : 0;
        for (Document document : read.documents()) {
            documents.add(before == 0 ? document : document.after(before));
        }
        before += read.count();
        return new Kept(read, continues);
    }

    private record Kept(ReadResult read, boolean continues) implements DocumentBatch {}
}
