package dev.brayer.stencil;

import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of `values:`.
///
/// @param place the word itself, in the formation that gives it
/// @param min the least number, as it is written
/// @param max the greatest number, as it is written
/// @param fallback `default:`, taken when the source has no value
/// @param allowed `enum:`, `null` when any value is fine
/// @param inherited whether it stands in a formation that this one extends: such a word may stay
///   unused
public record Declaration(
        String word,
        Place place,
        WordSource source,
        @Nullable WordType type,
        @Nullable String min,
        @Nullable String max,
        @Nullable List<Value> allowed,
        @Nullable Value fallback,
        boolean inherited) {
    public Declaration {
        allowed = allowed == null ? null : List.copyOf(allowed);
    }

    /// The same, seen from a formation that extends the one it stands in.
    public Declaration asInherited() {
        return new Declaration(word, place, source, type, min, max, allowed, fallback, true);
    }
}
