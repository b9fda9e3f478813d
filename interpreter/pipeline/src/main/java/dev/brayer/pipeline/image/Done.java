package dev.brayer.pipeline.image;

/// The value of an [Attempt] whose success has nothing more to say.
public enum Done {
    DONE
}
