package dev.brayer.document;

/// How a scalar is written.
public enum ScalarStyle {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /// A block scalar that keeps its lines: `|`.
    LITERAL,
    /// A block scalar whose lines are joined: `>`.
    FOLDED;

    public boolean isQuoted() {
        return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
    }

    public boolean isBlock() {
        return this == LITERAL || this == FOLDED;
    }
}
