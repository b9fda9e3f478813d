package dev.brayer.document;

/// Turns the code points that the YAML engine counts into UTF-16 offsets. Without surrogates both
/// are the same; with them a cursor walks along, because the engine moves forward with few steps
/// back.
final class SourceOffsets {
    private final String text;
    private final int base;
    private final boolean surrogates;
    private int knownCodePoints;
    private int knownOffset;

    /// @param base where the engine started to count
    SourceOffsets(String text, int base, boolean surrogates) {
        this.text = text;
        this.base = base;
        this.surrogates = surrogates;
        this.knownOffset = base;
    }

    int of(int codePoints) {
        if (!surrogates) {
            return base + codePoints;
        }
        knownOffset = text.offsetByCodePoints(knownOffset, codePoints - knownCodePoints);
        knownCodePoints = codePoints;
        return knownOffset;
    }
}
