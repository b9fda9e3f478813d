package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.snapshot.SnapshotContent;
import dev.brayer.pipeline.snapshot.SnapshotStore;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Severity;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last snapshot that succeeded.
final class PreviousSnapshot implements Previous {
    private final Project project;

    PreviousSnapshot(Project project) {
        this.project = project;
    }

    /// A repository that cannot be read is a warning: the report then says for each rule that no
    /// previous version is known.
    @Override
    public @Nullable List<Document> of(Formation formation, Diagnostics diagnostics) {
        if (isNothingKept()) {
            return null;
        }
        try (SnapshotStore store = RunSession.snapshots(project)) {
            return switch (store.lastSucceeded(formation.name().text())) {
                case Attempt.Success<Optional<SnapshotContent>> success ->
                        success.value().map(SnapshotDocuments::of).orElse(null);
                case Attempt.Failure<Optional<SnapshotContent>> failure -> {
                    for (Diagnostic diagnostic : failure.diagnostics()) {
                        diagnostics.add(
                                new Diagnostic(
                                        diagnostic.code(),
                                        Severity.WARNING,
                                        diagnostic.place(),
                                        diagnostic.message(),
                                        diagnostic.hint(),
                                        diagnostic.related()));
                    }
                    yield null;
                }
            };
        }
    }

    /// Before anything was deployed no git library has to be loaded to find that out.
    private boolean isNothingKept() {
        return project.pipeline().snapshots() == null
                && !Files.isDirectory(project.state().snapshots());
    }
}
