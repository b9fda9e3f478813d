package dev.brayer.policy.lint;

import dev.brayer.text.Span;

/// A piece of a file and what should stand there.
public record Edit(Span span, String text) {}
