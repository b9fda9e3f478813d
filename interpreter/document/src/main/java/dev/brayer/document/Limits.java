package dev.brayer.document;

/// What a file may cost at most. Files come from strangers; a limit that is reached is an error
/// with a place.
///
/// @param characters of a file
/// @param depth of nested maps and lists
/// @param expansion nodes that aliases may stand for, in one document
/// @param documents in a file
/// @param errors after which a file is not read further
public record Limits(int characters, int depth, int expansion, int documents, int errors) {
    public static final Limits DEFAULT = new Limits(64 << 20, 200, 1_000_000, 100_000, 100);
}
