package dev.brayer.pipeline.image;

/// An image whose content is in the store, under its digest and without a tag.
///
/// @param name its name in `images:`
/// @param built whether its content was new to the store
public record PreparedImage(String name, Digest digest, boolean built) {}
