package dev.brayer.stencil;

import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the table of words.
///
/// @param value one line; a secret is `***`, a word without a value `–`
/// @param type such as `number`, `partial` or `secret`; empty without a value
/// @param source such as `value`, `env REGION` or `--set`
/// @param origin where the value is given, `null` for a supplied word
/// @param uses the holes that it fills, in the order of rendering
public record WordRow(
        String word,
        String value,
        String type,
        String source,
        @Nullable Place origin,
        List<Place> uses) {
    public WordRow {
        uses = List.copyOf(uses);
    }
}
