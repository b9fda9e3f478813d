package dev.brayer.policy;

import dev.brayer.document.ReadResult;

/// Documents that are not read yet. Whichever thread judges them reads them, so reading is shared
/// between threads as judging is.
public interface DocumentBatch {
    /// Called once, in any thread.
    ReadResult read();

    /// Whether these documents stand behind those of the batch before in the same file: they are
    /// counted on.
    default boolean continues() {
        return false;
    }
}
