package dev.brayer.pipeline.difference;

import dev.brayer.document.ResourceIdentity;
import java.util.List;

/// An object that differs.
///
/// @param fields of a changed object, in the order of the later state
/// @param unified the lines that differ with some around them, as `diff -u` shows them
public record ObjectChange(
        ResourceIdentity object,
        Kind kind,
        String file,
        List<FieldChange> fields,
        List<String> unified) {
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public ObjectChange {
        fields = List.copyOf(fields);
        unified = List.copyOf(unified);
    }
}
