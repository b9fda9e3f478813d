package dev.brayer.pipeline.model;

/// What a deploy stage does with a formation whose deployment failed.
public enum OnFailure {
    /// Leaves it as it is, for a person to look at.
    KEEP,
    /// Brings the last succeeded snapshot back.
    ROLLBACK
}
