package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows what the objects of a formation were before; `before` and `on removed` of policies ask.
interface Previous {
    /// The objects as they were; `null` where nothing is known of them. Called only when a policy
    /// asks.
    @Nullable List<Document> of(Formation formation, Diagnostics diagnostics);
}
