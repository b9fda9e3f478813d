package dev.brayer.pipeline.model;

/// The value of an [Attempt] whose success has nothing more to say.
public enum Done {
    DONE
}
