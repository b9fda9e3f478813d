package dev.brayer.pipeline.destination;

import dev.brayer.text.Diagnostic;
import java.util.List;

/// All that an apply will do to a destination, computed before anything is touched.
///
/// @param destination the destination, as people name it
/// @param changes one for each file that is there or will be, by path
/// @param files the complete state after it
/// @param notes warnings, such as files that were changed by hand
public record DestinationChange(
        String destination,
        List<FileChange> changes,
        List<PlannedFile> files,
        List<Diagnostic> notes) {
    public DestinationChange {
        changes = List.copyOf(changes);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    public int count(FileChange.Kind kind) {
        int count = 0;
        for (FileChange change : changes) {
            if (change.kind() == kind) {
                count++;
            }
        }
        return count;
    }

    /// Whether there is nothing to do.
    public boolean isEmpty() {
        return count(FileChange.Kind.UNCHANGED) == changes.size();
    }
}
