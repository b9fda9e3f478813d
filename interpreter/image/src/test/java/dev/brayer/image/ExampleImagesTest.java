package dev.brayer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.model.ImagePlatform;
import dev.brayer.pipeline.model.ImageProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes `examples/shop/images`, the stand-ins with which the example runs without a network, and
/// holds what is there against it. `-Dbrayer.golden=write` writes the folder anew.
final class ExampleImagesTest {
    private static final int SMALL = 4096;

    private static final List<ImagePlatform> PLATFORMS =
            List.of(ImagePlatform.USUAL, new ImagePlatform("linux", "arm64", null));

    @TempDir Path temporary;

    private final Path folder =
            Path.of(System.getProperty("brayer.root")).resolve("examples/shop/images");

    /// An image with the configuration of a real one and nothing in it.
    private record StandIn(String name, String reference, ImageProcess process) {}

    private static List<StandIn> standIns() {
        String path = "/usr/local/bin:/usr/bin:/bin";
        ImageProcess node = base(Map.of("PATH", path));
        ImageProcess python = base(ordered("PATH", path, "PYTHONUNBUFFERED", "1"));
        Map<String, String> postgres =
                ordered(
                        "PATH",
                        "/usr/local/bin:/usr/lib/postgresql/17/bin:/usr/bin:/bin",
                        "PG_MAJOR",
                        "17");
        postgres.put("PGDATA", "/var/lib/postgresql/data");
        List<String> entrypoint = List.of("docker-entrypoint.sh");
        return List.of(
                new StandIn("base-node-22.19.0", "registry.acme.example/base/node:22.19.0", node),
                new StandIn(
                        "base-node-22.19.0-debug",
                        "registry.acme.example/base/node:22.19.0-debug",
                        node),
                new StandIn(
                        "base-python-3.13.7", "registry.acme.example/base/python:3.13.7", python),
                new StandIn(
                        "base-python-3.13.7-debug",
                        "registry.acme.example/base/python:3.13.7-debug",
                        python),
                new StandIn(
                        "postgres-17.6",
                        "docker.io/library/postgres:17.6",
                        ready(entrypoint, List.of("postgres"), postgres, null, "5432")),
                new StandIn(
                        "redis-7.4.5",
                        "docker.io/library/redis:7.4.5",
                        ready(
                                entrypoint,
                                List.of("redis-server"),
                                ordered("PATH", path, "REDIS_VERSION", "7.4.5"),
                                "/data",
                                "6379")),
                new StandIn(
                        "fluent-bit-4.0.9",
                        "docker.io/fluent/fluent-bit:4.0.9",
                        ready(
                                List.of("/fluent-bit/bin/fluent-bit"),
                                null,
                                Map.of("PATH", "/fluent-bit/bin:/usr/bin:/bin"),
                                null,
                                "2020")));
    }

    private static ImageProcess base(Map<String, String> environment) {
        return new ImageProcess(null, null, environment, "/app", "10001", List.of(), Map.of());
    }

    @SuppressWarnings(
            "NullAway") // javac leaves out the annotations of a compact constructor's parameters
    private static ImageProcess ready(
            List<String> entrypoint,
            @Nullable List<String> arguments,
            Map<String, String> environment,
            @Nullable String workFolder,
            String port) {
        return new ImageProcess(
                entrypoint, arguments, environment, workFolder, null, List.of(port), Map.of());
    }

    private static Map<String, String> ordered(
            String key, String value, String otherKey, String otherValue) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }

    private Layout make() throws IOException {
        TestProject project = new TestProject(temporary);
        for (StandIn standIn : standIns()) {
            String file = standIn.name() + "/stand-in.txt";
            project.file(
                            file,
                            "A stand-in for "
                                    + standIn.reference()
                                    + ": it has the same configuration and no programs.\n")
                    .assembled(
                            standIn.name(),
                            null,
                            standIn.process(),
                            PLATFORMS,
                            TestProject.files(file, "/stand-in.txt"));
        }
        EmbeddedImages opened = project.open();
        Layout layout = new Layout(temporary.resolve("dist/registry"), "made");
        List<Layout.Named> named = new ArrayList<>();
        for (StandIn standIn : standIns()) {
            Digest digest = project.prepared(opened, standIn.name()).digest();
            Manifest manifest = new LayoutContents(layout).manifest(digest.text());
            named.add(new Layout.Named(standIn.name(), manifest.descriptor()));
        }
        layout.name(named);
        return layout;
    }

    @Test
    void theExampleHasTheseImages() throws IOException {
        Layout made = make();
        String expected = content(made);
        String found = content(new Layout(folder, "examples/shop/images"));
        if (!expected.equals(found) && "write".equals(System.getProperty("brayer.golden"))) {
            write(temporary.resolve("dist/registry"));
            fail("examples/shop/images is written anew; look at it and commit it");
        }
        assertEquals(
                expected,
                found,
                "run with -Dbrayer.golden=write to write examples/shop/images anew");
    }

    /// Names and configurations, which name the layers' content: everything but how a zlib packed
    /// it.
    private static String content(Layout layout) throws IOException {
        LayoutContents contents = new LayoutContents(layout);
        StringBuilder text = new StringBuilder();
        for (Layout.Named image : layout.named()) {
            text.append(image.name()).append('\n');
            for (ImagePlatform platform : PLATFORMS) {
                Located located = new Located(contents, image.name(), image.name());
                text.append(configuration(located, platform)).append('\n');
            }
        }
        return text.toString();
    }

    private static String configuration(Located located, ImagePlatform platform)
            throws IOException {
        try {
            return BaseImage.of(located, located.manifest(), platform).configuration().toString();
        } catch (ImageFailure missing) {
            return missing.sentence();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private void write(Path made) throws IOException {
        Path blobs = folder.resolve("blobs/sha256");
        try (DirectoryStream<Path> old = Files.newDirectoryStream(blobs)) {
            for (Path blob : old) {
                Files.delete(blob);
            }
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(made.resolve("blobs/sha256"))) {
            for (Path blob : all) {
                Files.copy(blob, blobs.resolve(blob.getFileName()));
            }
        }
        for (String file : List.of("index.json", "oci-layout")) {
            Files.writeString(folder.resolve(file), Files.readString(made.resolve(file)) + "\n");
        }
    }

    @Test
    void everyImageIsWholeAndSmall() throws IOException, InterruptedException {
        Layout layout = new Layout(folder, "examples/shop/images");
        LayoutContents contents = new LayoutContents(layout);
        for (Layout.Named image : layout.named()) {
            assertTrue(Completeness.holds(contents, image.image().digest()), image.name());
        }
        try (DirectoryStream<Path> blobs =
                Files.newDirectoryStream(folder.resolve("blobs/sha256"))) {
            for (Path blob : blobs) {
                long size = Files.size(blob);
                assertTrue(size < SMALL, blob + " does not belong into a repository of sources");
                Descriptor named =
                        new Descriptor("", new Digest("sha256:" + blob.getFileName()), size);
                try (InputStream content = contents.blob(named)) {
                    content.readAllBytes();
                }
            }
        }
    }
}
