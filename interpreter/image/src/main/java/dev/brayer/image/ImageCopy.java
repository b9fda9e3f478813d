package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brayer.pipeline.image.ImageBuilder;
import java.io.IOException;

/// Copies images as they are: every manifest with its own bytes, so an index keeps all platforms
/// and its digest.
final class ImageCopy {
    private final Contents from;
    private final Contents to;
    private final ImageBuilder.Progress progress;

    ImageCopy(Contents from, Contents to, ImageBuilder.Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /// Stores an image with everything it names, the inner parts first. Returns whether it was new.
    boolean copy(Manifest manifest) throws IOException, InterruptedException {
        if (Completeness.holds(to, manifest.digest())) {
            return false;
        }
        if (manifest.isIndex()) {
            for (JsonNode entry : manifest.entries()) {
                Descriptor inner = Descriptor.of(entry);
                copy(from.manifest(inner.digest().text()));
            }
        } else {
            for (Descriptor blob : manifest.blobs()) {
                copy(blob);
            }
        }
        to.addManifest(manifest);
        return true;
    }

    void copy(Descriptor blob) throws IOException, InterruptedException {
        if (to.holdsBlob(blob) || to.mount(blob, from)) {
            return;
        }
        progress.line(
                "copying " + blob.digest().text().substring(0, 19) + ", " + size(blob.size()));
        to.addBlob(
                blob,
                () -> {
                    try {
                        return from.blob(blob);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                        java.nio.channels.ClosedByInterruptException closed =
                                new java.nio.channels.ClosedByInterruptException();
                        closed.initCause(stopped);
                        throw closed;
                    }
                });
    }

    private static String size(long bytes) {
        if (bytes < 10_000) {
            return bytes + " bytes";
        }
        return bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
