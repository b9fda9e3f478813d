package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import java.util.List;

/// A whole policy file.
///
/// @param items what it declares, in the order of the text
/// @param comments every comment, wherever it stands, in the order of the text
public record PolicyFile(Span span, List<Item> items, List<Comment> comments) implements Node {
    public PolicyFile {
        items = List.copyOf(items);
        comments = List.copyOf(comments);
    }
}
