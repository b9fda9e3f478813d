package dev.brayer.schema;

import org.jspecify.annotations.Nullable;

/// The index as constants of a class.
///
/// Packaging puts a class that has them in the place of this one: the constants stand in the
/// ahead-of-time cache like the rest of the program, while opening the program's jar, only to read
/// the index, takes longer than judging a file.
final class EmbeddedIndex {
    private EmbeddedIndex() {}

    /// Pieces of the index, a character of ISO 8859-1 for each byte; null where the index is a file
    /// beside the classes.
    static String @Nullable [] pieces() {
        return null;
    }
}
