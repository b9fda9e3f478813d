package dev.brayer.pipeline.destination;

import org.jspecify.annotations.Nullable;

/// What becomes of one file of a destination.
///
/// @param before the hash of what is there now, `null` if nothing is
/// @param after the hash of what will be there, `null` if nothing will be
public record FileChange(String path, Kind kind, @Nullable String before, @Nullable String after) {
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        /// The file stays, byte for byte: what was rendered differs from it at most in the names of
        /// the run.
        UNCHANGED
    }
}
