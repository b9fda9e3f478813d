package dev.brayer.policy.custom;

import dev.brayer.schema.FieldType;
import dev.brayer.schema.ObjectType;
import java.util.List;

/// A field that a definition describes.
record CustomField(
        String name, FieldType type, boolean required, String documentation, List<String> choices)
        implements ObjectType.Field {
    CustomField {
        choices = List.copyOf(choices);
    }

    CustomField(String name, FieldType type, boolean required, String documentation) {
        this(name, type, required, documentation, List.of());
    }
}
