package dev.brayer.image;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The layout in the example is whole: the example runs without a network.
final class ExampleImagesTest {
    private static final int SMALL = 4096;

    @Test
    void everyImageIsThere() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("brayer.root")).resolve("examples/shop/images");
        Layout layout = new Layout(folder, "examples/shop/images");
        LayoutContents contents = new LayoutContents(layout);
        List<Layout.Named> images = layout.named();
        assertFalse(images.isEmpty());
        for (Layout.Named image : images) {
            Manifest manifest = contents.manifest(image.name());
            assertTrue(Completeness.holds(contents, manifest.digest()), image.name());
        }
        try (var blobs = Files.newDirectoryStream(folder.resolve("blobs/sha256"))) {
            for (Path blob : blobs) {
                long size = Files.size(blob);
                assertTrue(size < SMALL, blob + " does not belong into a repository of sources");
                Descriptor named = new Descriptor(
                        "", new dev.brayer.pipeline.image.Digest("sha256:" + blob.getFileName()), size);
                try (InputStream content = contents.blob(named)) {
                    content.readAllBytes();
                }
            }
        }
    }
}
