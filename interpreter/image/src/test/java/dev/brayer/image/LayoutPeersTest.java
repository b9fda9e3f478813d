package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static dev.brayer.image.TestProject.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.model.ImageProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other programs read what brayer writes, and brayer reads what they write.
final class LayoutPeersTest {
    private static final String TAG = "20261123-091432-417-1f2e3d4-k7x2";

    @TempDir Path temporary;

    @Test
    void skopeoReadsTheLayout() throws Exception {
        String skopeo = Tool.require("skopeo");
        ImageProcess process =
                new ImageProcess(
                        List.of("node"),
                        null,
                        Map.of("A", "1"),
                        "/app",
                        "10001",
                        List.of("80"),
                        Map.of());
        TestProject project =
                new TestProject(temporary)
                        .file("web/server.js", "serve()\n")
                        .assembled("web", null, process, List.of(), files("web", "/app"));
        EmbeddedImages images = project.open();
        PreparedImage web = project.prepared(images, "web");
        value(images.store().publish(List.of(web), TAG, new Cancellation()));
        String name = "oci:" + temporary.resolve("dist/registry") + ":localhost/shop/web:" + TAG;
        String inspected = Tool.run(List.of(skopeo, "inspect", name));
        assertTrue(inspected.contains(web.digest().text()), inspected);
        String configuration = Tool.run(List.of(skopeo, "inspect", "--config", name));
        assertTrue(configuration.contains("\"WorkingDir\": \"/app\""), configuration);

        // Copying verifies every digest and size, and tar reads the layer.
        Path copied = temporary.resolve("copied");
        Tool.run(List.of(skopeo, "copy", name, "dir:" + copied));
        String layer =
                Json.read(Files.readAllBytes(copied.resolve("manifest.json")), "manifest")
                        .path("layers")
                        .path(0)
                        .path("digest")
                        .asText()
                        .substring("sha256:".length());
        String listed =
                Tool.run(
                        List.of(
                                Tool.require("tar"),
                                "tvzf",
                                copied.resolve(layer).toString(),
                                "--numeric-owner",
                                "--utc"));
        assertEquals(
                "drwxr-xr-x 0/0 0 1970-01-01 00:00 app/\n-rw-r--r-- 0/0 8 1970-01-01 00:00 app/server.js\n",
                listed.replaceAll(" +", " "));

        // And back: brayer builds on what skopeo wrote.
        Path layout = temporary.resolve("theirs");
        Tool.run(List.of(skopeo, "copy", name, "oci:" + layout + ":web"));
        TestProject next =
                new TestProject(temporary)
                        .assembled("api", "oci:theirs:web", files("web", "/api"))
                        .readyMade("copy", "oci:theirs");
        assertEquals(web.digest(), next.prepared(next.open(), "copy").digest());
        assertTrue(next.prepared(next.open(), "api").built());
    }
}
