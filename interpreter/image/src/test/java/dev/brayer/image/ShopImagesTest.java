package dev.brayer.image;

import static dev.brayer.image.TestProject.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.InsideProject;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.pipeline.model.PipelineReader;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that the example's pipeline.yml says of images, done: offline, twice, with the same
/// result.
final class ShopImagesTest {
    @TempDir Path temporary;

    private final Path shop = Path.of(System.getProperty("brayer.root")).resolve("examples/shop");

    private Map<String, PreparedImage> prepareAndPublish(Path folder) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Source source = Source.of("pipeline.yml", Files.readString(shop.resolve("pipeline.yml")));
        Pipeline pipeline =
                Objects.requireNonNull(
                        PipelineReader.read(source, new InsideProject(shop, shop), diagnostics),
                        () -> diagnostics.toList().toString());
        EmbeddedImages images =
                new EmbeddedImages(
                        new ImageSetup(
                                shop,
                                shop,
                                pipeline.application(),
                                new Pipeline.Written("oci:" + folder, pipeline.registry().place()),
                                pipeline.images(),
                                temporary.resolve("work"),
                                null,
                                TestProject.SHORT));
        assertEquals(List.of(), images.check());
        Map<String, PreparedImage> prepared = new LinkedHashMap<>();
        for (ImageDeclaration image : pipeline.images()) {
            prepared.put(
                    image.name(),
                    value(images.builder().prepare(image, line -> {}, new Cancellation())));
        }
        value(images.store().publish(List.copyOf(prepared.values()), "tag", new Cancellation()));
        return prepared;
    }

    @Test
    void allImages() throws IOException {
        Map<String, PreparedImage> first = prepareAndPublish(temporary.resolve("first"));
        assertEquals(first, prepareAndPublish(temporary.resolve("second")));
        // A formation chooses between the two by name: `web: { image: web-debug }`.
        assertNotEquals(
                Objects.requireNonNull(first.get("web")).digest(),
                Objects.requireNonNull(first.get("web-debug")).digest());
    }
}
