package dev.brayer.policy.custom;

import dev.brayer.schema.FieldType;
import dev.brayer.schema.ObjectType;

/// A field that a definition describes.
record CustomField(String name, FieldType type, boolean required, String documentation)
        implements ObjectType.Field {}
