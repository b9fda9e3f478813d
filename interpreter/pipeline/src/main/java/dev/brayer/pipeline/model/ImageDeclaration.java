package dev.brayer.pipeline.model;

import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// An entry of `images:`.
public sealed interface ImageDeclaration {
    /// The name by which formations ask for the image.
    String name();

    /// Where the name is written.
    Place place();

    /// `web: { build: services/web }`: made from a folder of the project.
    ///
    /// @param folder relative to the project's root
    /// @param folderPlace where the folder is written
    /// @param file the file in that folder that says how (`file:` beside `build:`); `null` lets the
    ///   builder look
    record Built(String name, Place place, String folder, Place folderPlace, @Nullable String file)
            implements ImageDeclaration {}

    /// `web: { build: { base: node, files: [{ from: services/web, to: /app }] } }`: files on a base
    /// image.
    record Assembled(String name, Place place, ImageBuild build) implements ImageDeclaration {}

    /// `redis: { from: docker.io/library/redis:7.4.1 }`: ready-made, taken over under the run's
    /// tag.
    ///
    /// @param reference what stands behind `from:`
    /// @param referencePlace where that is written
    record ReadyMade(String name, Place place, String reference, Place referencePlace)
            implements ImageDeclaration {}
}
