package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.pipeline.destination.PlannedFile;
import dev.brayer.pipeline.snapshot.SnapshotContent;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// The objects of a snapshot.
final class SnapshotDocuments {
    private SnapshotDocuments() {}

    /// Their sources are called `ID:PATH`.
    static List<Document> of(SnapshotContent content) {
        List<Document> documents = new ArrayList<>();
        for (PlannedFile file : content.files()) {
            Source source = Source.of(content.snapshot().id() + ":" + file.path(), file.text());
            documents.addAll(DocumentReader.read(source).documents());
        }
        return documents;
    }
}
