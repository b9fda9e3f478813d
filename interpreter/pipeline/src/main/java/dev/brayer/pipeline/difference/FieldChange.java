package dev.brayer.pipeline.difference;

import org.jspecify.annotations.Nullable;

/// A field that differs.
///
/// @param path in RFC 9535 form, shortened; of the later state where both have it
/// @param before the value as JSON, `null` when the field was not there
/// @param after the value as JSON, `null` when the field is gone
public record FieldChange(String path, @Nullable String before, @Nullable String after) {}
