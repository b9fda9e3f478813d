package dev.brayer.pipeline.event;

/// How a stage ended.
public enum StageResult {
    SUCCEEDED,
    FAILED,
    /// Its time limit passed.
    TIMED_OUT,
    /// The run was asked to stop.
    INTERRUPTED
}
