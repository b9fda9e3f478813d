package dev.brayer.script.wire;

/// A range of a script: lines and columns from 1, the end included as the interpreter counts it;
/// all 0 where it is not known.
public record Range(int line, int column, int endLine, int endColumn) {
    public static final Range UNKNOWN = new Range(0, 0, 0, 0);

    public boolean isKnown() {
        return line > 0;
    }
}
