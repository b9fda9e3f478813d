package dev.brayer.stencil;

import dev.brayer.text.Origin;
import java.util.List;

/// A word with the value it has in one formation.
///
/// @param origins where the value comes from, the word's own origin first, then those of the words
///   it was joined from
public record Word(String name, Value value, List<Origin> origins) {
    public Word {
        origins = List.copyOf(origins);
    }
}
