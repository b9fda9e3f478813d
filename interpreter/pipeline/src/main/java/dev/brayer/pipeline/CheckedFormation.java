package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.policy.Verdict;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.RenderedFormation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A formation that was rendered, and judged if that was asked for.
///
/// @param documents all documents of its files
/// @param verdict `null` when it was not judged: not asked for, no policies, or policies with
///   errors
public record CheckedFormation(
        Formation formation,
        RenderedFormation rendered,
        List<Document> documents,
        @Nullable Verdict verdict) {
    public CheckedFormation {
        documents = List.copyOf(documents);
    }
}
