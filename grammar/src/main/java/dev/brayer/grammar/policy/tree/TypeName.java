package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import org.jspecify.annotations.Nullable;

/// A type as it is written: `string`, `list of string`, `map of quantity`, `Container`.
public record TypeName(Span span, Name name, @Nullable TypeName element) implements Node {
    /// As it is written, with single spaces.
    @Override
    public String toString() {
        return element == null ? name.text() : name.text() + " of " + element;
    }
}
