package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;

/// Where an import comes from.
public sealed interface ImportSource extends Node {
    /// `"lib/images.cop"`: a file, relative to the one that imports it.
    record File(Span span, String path) implements ImportSource {}

    /// `std/images`: a policy of the standard library, without quotes.
    record Library(Span span, String path) implements ImportSource {}
}
