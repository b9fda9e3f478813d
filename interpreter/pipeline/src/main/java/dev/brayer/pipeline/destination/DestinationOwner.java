package dev.brayer.pipeline.destination;

/// Whose files a destination holds.
public record DestinationOwner(String application, String formation) {}
