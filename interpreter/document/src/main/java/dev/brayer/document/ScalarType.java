package dev.brayer.document;

/// What kubectl reads a scalar as.
public enum ScalarType {
    NULL("null"),
    BOOLEAN("a boolean"),
    NUMBER("a number"),
    STRING("a string");

    private final String inWords;

    ScalarType(String inWords) {
        this.inWords = inWords;
    }

    /// With its article, as it stands in a sentence.
    public String inWords() {
        return inWords;
    }
}
