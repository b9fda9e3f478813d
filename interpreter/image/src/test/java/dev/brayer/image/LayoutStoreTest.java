package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static dev.brayer.image.TestProject.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.ImageStore;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayoutStoreTest {
    private static final String FIRST = "20261123-091432-417-1f2e3d4-k7x2";
    private static final String SECOND = "20261123-101432-417-1f2e3d4-0000";
    private static final String THIRD = "20261124-091432-417-1f2e3d4-k7x2";

    @TempDir Path temporary;

    @Test
    void nothingHasATagUntilAllHaveIt() throws IOException {
        TestProject project =
                new TestProject(temporary)
                        .file("web/a", "1\n")
                        .assembled("web", null, files("web", "/app"))
                        .assembled("api", "web", files("web", "/api"));
        EmbeddedImages images = project.open();
        ImageStore store = images.store();
        PreparedImage web = project.prepared(images, "web");
        PreparedImage api = project.prepared(images, "api");
        Path index = temporary.resolve("dist/registry/index.json");
        assertEquals(
                "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.INDEX + "\",\"manifests\":[]}",
                Files.readString(index));
        assertTrue(value(store.holds("web", web.digest())));
        assertEquals(Optional.empty(), value(store.latest("web")));
        assertEquals("localhost/shop/web", store.repository("web"));
        assertFalse(store.isReachableFromClusters());

        Path part =
                temporary.resolve(
                        "dist/registry/blobs/sha256/"
                                + api.digest().text().substring("sha256:".length()));
        byte[] bytes = Files.readAllBytes(part);
        Files.delete(part);
        assertEquals(
                "image-content-broken",
                TestProject.failure(store.publish(List.of(web, api), FIRST, new Cancellation()))
                        .code()
                        .id());
        assertEquals(Optional.empty(), value(store.latest("web")));

        Files.write(part, bytes);
        value(store.publish(List.of(web, api), FIRST, new Cancellation()));
        assertEquals(
                "localhost/shop/web:" + FIRST + "@" + web.digest(),
                value(store.latest("web")).orElseThrow().reference());
        assertEquals(Optional.of(FIRST), value(store.firstTag("api", api.digest())));
        assertEquals(Optional.empty(), value(store.firstTag("api", web.digest())));
    }

    @Test
    void anImageKeepsTheTagThatFirstPublishedIt() throws IOException {
        TestProject project =
                new TestProject(temporary)
                        .file("web/a", "1\n")
                        .assembled("web", null, files("web", "/app"));
        EmbeddedImages images = project.open();
        ImageStore store = images.store();
        PreparedImage one = project.prepared(images, "web");
        value(store.publish(List.of(one), FIRST, new Cancellation()));
        value(store.publish(List.of(one), SECOND, new Cancellation()));
        assertEquals(
                new PublishedImage("web", "localhost/shop/web", FIRST, one.digest()),
                value(store.latest("web")).orElseThrow());

        project.file("web/a", "2\n");
        EmbeddedImages again = project.open();
        PreparedImage two = project.prepared(again, "web");
        value(again.store().publish(List.of(two), THIRD, new Cancellation()));
        assertEquals(
                new PublishedImage("web", "localhost/shop/web", THIRD, two.digest()),
                value(again.store().latest("web")).orElseThrow());
        assertEquals(Optional.of(FIRST), value(again.store().firstTag("web", one.digest())));
    }

    @Test
    void keepsWhatOthersWroteIntoTheLayout() throws IOException {
        TestProject project =
                new TestProject(temporary)
                        .file("web/a", "1\n")
                        .assembled("web", null, files("web", "/app"));
        EmbeddedImages images = project.open();
        PreparedImage web = project.prepared(images, "web");
        Path index = temporary.resolve("dist/registry/index.json");
        String digest = web.digest().text();
        Files.writeString(
                index,
                "{\"schemaVersion\":2,\"annotations\":{\"x\":\"y\"},\"manifests\":[{\"mediaType\":\""
                        + MediaTypes.MANIFEST
                        + "\",\"digest\":\""
                        + digest
                        + "\",\"size\":1,\"platform\":{\"os\":\"linux\"},\"more\":[1]}]}");
        value(images.store().publish(List.of(web), FIRST, new Cancellation()));
        String after = Files.readString(index);
        assertTrue(after.contains("\"platform\":{\"os\":\"linux\"},\"more\":[1]"), after);
        assertTrue(after.contains("\"annotations\":{\"x\":\"y\"}"), after);
        assertTrue(after.contains("localhost/shop/web:" + FIRST), after);
    }
}
