package dev.brayer.pipeline.diff;

import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// A value that differs.
///
/// @param path   where, in dots and brackets: `spec.template.spec.containers[name=web].image`
/// @param before the old value as JSON; `null` when it is new
/// @param after  the new value as JSON; `null` when it is gone
/// @param place  where the new value stands, if there is one
public record FieldChange(
        String path, @Nullable String before, @Nullable String after, @Nullable Place place) {}
