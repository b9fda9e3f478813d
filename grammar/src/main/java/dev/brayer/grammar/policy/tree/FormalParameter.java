package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import org.jspecify.annotations.Nullable;

/// A parameter of a `def`: its name, and its type where one is written.
public record FormalParameter(Span span, Name name, @Nullable TypeName type) implements Node {}
