package dev.brayer.pipeline.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.ImageDeclaration;

/// Makes images, or fetches ready-made ones, into an [ImageStore] by digest, without a tag.
public interface ImageBuilder {
    /// Hears how an image is coming along. May be called from any thread.
    interface Progress {
        /// One line for people, such as `layer 2 of 5`, or a line that a build command printed.
        void line(String text);
    }

    /// Builds or fetches one image. The same input gives the same digest. Called in parallel for
    /// different images.
    Attempt<PreparedImage> prepare(
            ImageDeclaration declaration, Progress progress, Cancellation cancellation);
}
