package dev.brayer.pipeline.snapshot;

import dev.brayer.pipeline.image.PublishedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One deployment of a formation, frozen: what `brayer history` lists.
///
/// @param id the deployment tag of the run; unique in its formation
/// @param commit the commit that was deployed, if known
/// @param state the verdict
/// @param who who ran it
/// @param started milliseconds since 1970
/// @param ended when the verdict was there; 0 before
/// @param restores the snapshot that this one brought back, if it is a rollback
/// @param reason why that was done although policies object (`--emergency`)
/// @param images the images that its manifests name
public record Snapshot(
        String id,
        String application,
        String formation,
        @Nullable String commit,
        SnapshotState state,
        String who,
        long started,
        long ended,
        @Nullable String restores,
        @Nullable String reason,
        List<PublishedImage> images) {
    public Snapshot {
        images = List.copyOf(images);
    }

    /// The same with its verdict.
    public Snapshot endedAs(SnapshotState verdict, long when) {
        return new Snapshot(
                id,
                application,
                formation,
                commit,
                verdict,
                who,
                started,
                when,
                restores,
                reason,
                images);
    }
}
