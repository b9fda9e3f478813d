package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import java.util.List;

/// What a finding says: text and the values between braces.
///
/// @param block whether it is written with three quotes
public record Message(Span span, boolean block, List<Part> parts) implements Node {
    public Message {
        parts = List.copyOf(parts);
    }

    /// A piece of a message.
    public sealed interface Part extends Node {}

    /// Plain text, with `{{` already read as `{` and `}}` as `}`, and the indentation of a block
    /// removed.
    public record Text(Span span, String text) implements Part {}

    /// `{ expression }`; the span holds the braces.
    public record Interpolation(Span span, Expression expression) implements Part {}
}
