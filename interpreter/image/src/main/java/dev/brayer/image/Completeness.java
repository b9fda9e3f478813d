package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.PreparedImage;
import java.io.IOException;

/// Whether an image is there with everything it names.
final class Completeness {
    private Completeness() {}

    static boolean holds(Contents contents, Digest digest)
            throws IOException, InterruptedException {
        if (!contents.holdsManifest(digest)) {
            return false;
        }
        Manifest manifest = contents.manifest(digest.text());
        if (manifest.isIndex()) {
            for (JsonNode entry : manifest.entries()) {
                if (!holds(contents, Descriptor.of(entry).digest())) {
                    return false;
                }
            }
            return true;
        }
        for (Descriptor blob : manifest.blobs()) {
            if (!contents.holdsBlob(blob)) {
                return false;
            }
        }
        return true;
    }

    static void require(Contents contents, PreparedImage image)
            throws IOException, InterruptedException {
        if (!holds(contents, image.digest())) {
            throw new ImageFailure(
                    ImageCode.CONTENT_BROKEN,
                    "the image `"
                            + image.name()
                            + "` is not there as a whole, so no image gets the tag",
                    "build it again");
        }
    }
}
