package dev.brayer.stencil;

/// What `type:` of a declaration may say.
public enum WordType {
    INT("int"),
    NUMBER("number"),
    BOOL("bool"),
    STRING("string"),
    LIST("list"),
    MAP("map");

    private final String key;

    WordType(String key) {
        this.key = key;
    }

    /// How a formation writes it.
    public String key() {
        return key;
    }
}
