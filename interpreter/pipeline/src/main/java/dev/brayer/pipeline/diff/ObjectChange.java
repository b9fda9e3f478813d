package dev.brayer.pipeline.diff;

import dev.brayer.document.ResourceIdentity;
import java.util.List;

/// A Kubernetes object that differs.
///
/// @param fields what differs in a changed object; empty for the other kinds
public record ObjectChange(Kind kind, ResourceIdentity identity, List<FieldChange> fields) {
    /// What happened to the object.
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public ObjectChange {
        fields = List.copyOf(fields);
    }
}
