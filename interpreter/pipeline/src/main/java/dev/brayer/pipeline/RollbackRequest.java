package dev.brayer.pipeline;

import org.jspecify.annotations.Nullable;

/// What `rollback` is asked for.
///
/// @param snapshot the id to go back to, or its beginning; `null` for the succeeded one before the
///   last
/// @param emergency why it is done even if today's policies object; `null` to let them decide
public record RollbackRequest(
        String formation, @Nullable String snapshot, @Nullable String emergency) {}
