package dev.brayer.pipeline;

import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;

/// An image of a plan.
///
/// @param prepared what is in the store
/// @param named how manifests name it: with the tag of the run that first published the digest
public record PlannedImage(PreparedImage prepared, PublishedImage named) {}
