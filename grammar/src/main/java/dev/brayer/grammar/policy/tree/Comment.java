package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;

/// A comment with its marks: `// …` without the line end, or `/* … */`.
public record Comment(Span span, String text) implements Node {
    public boolean isLine() {
        return text.startsWith("//");
    }
}
