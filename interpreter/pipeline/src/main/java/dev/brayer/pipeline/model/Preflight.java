package dev.brayer.pipeline.model;

import org.jspecify.annotations.Nullable;

/// A command that must succeed before any stage starts, such as a look for a tool that a stage
/// needs.
///
/// @param message what to tell when it fails
public record Preflight(Command command, @Nullable String message) {}
