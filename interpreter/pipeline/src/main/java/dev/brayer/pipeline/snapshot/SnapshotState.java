package dev.brayer.pipeline.snapshot;

import org.jspecify.annotations.Nullable;

/// What is known of the deployment that a snapshot stands for.
public enum SnapshotState {
    /// It was about to touch the destination. If it stays so, its process died.
    STARTED,
    SUCCEEDED,
    FAILED,
    /// It was asked to stop.
    INTERRUPTED;

    /// As it is stored and shown.
    public String word() {
        return switch (this) {
            case STARTED -> "started";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case INTERRUPTED -> "interrupted";
        };
    }

    static @Nullable SnapshotState of(@Nullable String word) {
        for (SnapshotState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        return null;
    }
}
