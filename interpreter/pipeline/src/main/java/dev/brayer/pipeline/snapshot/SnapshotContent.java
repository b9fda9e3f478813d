package dev.brayer.pipeline.snapshot;

import dev.brayer.pipeline.destination.PlannedFile;
import java.util.List;

/// All that a snapshot holds.
///
/// @param files the manifests as they stand in the destination
/// @param plan the plan, as JSON
/// @param findings what the policies found, as JSON
/// @param words every word with its value and where that came from, as JSON; secrets are
///   fingerprints
public record SnapshotContent(
        Snapshot snapshot, List<PlannedFile> files, String plan, String findings, String words) {
    public SnapshotContent {
        files = List.copyOf(files);
    }

    /// The same with its verdict.
    public SnapshotContent endedAs(SnapshotState verdict, long when) {
        return new SnapshotContent(snapshot.endedAs(verdict, when), files, plan, findings, words);
    }
}
