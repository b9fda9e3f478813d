package dev.brayer.pipeline.model;

/// A length of time as a project file writes it.
///
/// @param written the spelling in the file, such as `1h30m`, for messages
public record TimeLimit(long milliseconds, String written) {
    public TimeLimit {
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("a time limit is longer than nothing");
        }
    }
}
