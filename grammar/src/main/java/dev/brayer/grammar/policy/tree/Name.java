package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;

/// A word that names something: a rule, a variable, a field, a function, a symbol without its
/// colon.
public record Name(Span span, String text) implements Node {
    @Override
    public String toString() {
        return text;
    }
}
