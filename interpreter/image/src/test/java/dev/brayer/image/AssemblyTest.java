package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.model.CopiedFiles;
import dev.brayer.pipeline.model.ImagePlatform;
import dev.brayer.pipeline.model.ImageProcess;
import dev.brayer.pipeline.model.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssemblyTest {
    @TempDir Path temporary;

    private final List<ImagePlatform> both =
            List.of(
                    new ImagePlatform("linux", "amd64", null),
                    new ImagePlatform("linux", "arm64", "v8"));

    private TestProject project(String folder) throws IOException {
        return new TestProject(temporary.resolve(folder))
                .file("services/web/server.js", "serve()\n")
                .file("services/web/server.test.js", "test()\n")
                .file("services/web/bin/start", "#!/bin/sh\n")
                .file("services/web/größe.txt", "ß\n")
                .file("services/web/" + "long/".repeat(40) + "name", "long\n");
    }

    @Test
    void theSameInputGivesTheSameDigest() throws IOException {
        TestProject one = project("one").assembled("web", null, files("services/web", "/app"));
        TestProject other = project("other").assembled("web", null, files("services/web", "/app"));
        Path file = other.root.resolve("services/web/server.js");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        PreparedImage first = one.prepared(one.open(), "web");
        PreparedImage second = other.prepared(other.open(), "web");
        assertEquals(first.digest(), second.digest());
        assertTrue(first.built());
        assertFalse(one.prepared(one.open(), "web").built());

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertNotEquals(first.digest(), other.prepared(other.open(), "web").digest());
    }

    /// A change here changes the digest of every image of every user: it has to be meant.
    @Test
    void theArchiveIsThisOne() throws Exception {
        TestProject project =
                new TestProject(temporary.resolve("fixed"))
                        .file("app/a", "a\n")
                        .assembled("web", null, files("app", "/app"));
        PreparedImage image = project.prepared(project.open(), "web");
        JsonNode configuration = configuration(project, image.digest().text());
        assertEquals(
                "sha256:8496a73aaddfa6b25e86d2d713537115c24420f911a1932c0d04ed43a13edc3e",
                configuration.path("rootfs").path("diff_ids").path(0).asText());
    }

    @Test
    void copiesWhatIsAskedFor() throws Exception {
        TestProject project = project("project");
        Path web = project.root.resolve("services/web");
        Files.setPosixFilePermissions(
                web.resolve("bin/start"), PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(web.resolve("bin/run"), Path.of("start"));
        Files.createDirectories(web.resolve(".git"));
        Files.createDirectories(web.resolve("empty"));
        Files.writeString(web.resolve(".git/config"), "never\n");
        CopiedFiles all = files("services/web", "/app", List.of(), List.of("**/*.test.js", "long"));
        CopiedFiles some =
                new CopiedFiles(
                        new Pipeline.Written("services/web", TestProject.place("services/web")),
                        "/opt/x/",
                        List.of("*.js"),
                        List.of("*.test.js"),
                        0400,
                        new CopiedFiles.Owner(1000, 2000));
        CopiedFiles single = files("services/web/server.js", "/srv/");
        CopiedFiles renamed = files("services/web/server.js", "/main.js");
        project.assembled("web", null, all, some, single, renamed);

        String digest = project.prepared(project.open(), "web").digest().text();
        assertEquals(
                List.of(
                        "app/ 755 0:0",
                        "app/bin/ 755 0:0",
                        "app/bin/run 777 0:0 -> start",
                        "app/bin/start 755 0:0",
                        "app/empty/ 755 0:0",
                        "app/größe.txt 644 0:0",
                        "app/server.js 644 0:0",
                        "opt/x/ 755 1000:2000",
                        "opt/x/server.js 400 1000:2000",
                        "srv/server.js 644 0:0",
                        "main.js 644 0:0"),
                archived(project, digest));
    }

    @Test
    void addsToTheBaseImage() throws Exception {
        ImageProcess baseProcess =
                new ImageProcess(
                        List.of("node"),
                        List.of("--help"),
                        ordered("PATH", "/bin", "A", "1"),
                        "/",
                        null,
                        List.of("80"),
                        Map.of("one", "1"));
        ImageProcess process =
                new ImageProcess(
                        List.of("node", "server.js"),
                        null,
                        ordered("A", "2", "B", "3"),
                        "/app",
                        "10001",
                        List.of("53/udp"),
                        Map.of("two", "2"));
        TestProject project =
                project("project")
                        .assembled(
                                "node", null, baseProcess, both, files("services/web/bin", "/bin"))
                        .assembled("web", "node", process, both, files("services/web", "/app"))
                        .assembled(
                                "web-arm",
                                "node",
                                process,
                                List.of(both.get(1)),
                                files("services/web", "/app"));
        EmbeddedImages images = project.open();
        assertEquals(List.of(), images.check());

        Manifest index = manifest(project, project.prepared(images, "web").digest().text());
        assertTrue(index.isIndex());
        assertEquals(2, index.entries().size());
        String arm = index.entries().get(1).path("digest").asText();
        assertEquals(arm, project.prepared(images, "web-arm").digest().text());
        JsonNode configuration = configuration(project, arm);
        assertEquals("arm64", configuration.path("architecture").asText());
        assertEquals("v8", configuration.path("variant").asText());
        assertEquals(2, configuration.path("rootfs").path("diff_ids").size());
        assertEquals(2, configuration.path("history").size());
        assertEquals(
                "{\"ExposedPorts\":{\"80/tcp\":{},\"53/udp\":{}},\"Env\":[\"PATH=/bin\",\"A=2\",\"B=3\"],"
                        + "\"Entrypoint\":[\"node\",\"server.js\"],\"WorkingDir\":\"/app\","
                        + "\"Labels\":{\"one\":\"1\",\"two\":\"2\"},\"User\":\"10001\"}",
                configuration.path("config").toString());
    }

    private static Map<String, String> ordered(
            String key, String value, String otherKey, String otherValue) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }

    private static LayoutContents contents(TestProject project) {
        return new LayoutContents(
                new Layout(project.root.resolve("dist/registry"), "dist/registry"));
    }

    private static Manifest manifest(TestProject project, String digest) throws IOException {
        return contents(project).manifest(digest);
    }

    private static JsonNode configuration(TestProject project, String digest) throws IOException {
        try (InputStream content = contents(project).blob(manifest(project, digest).config())) {
            return Json.read(content.readAllBytes(), "configuration");
        }
    }

    private static List<String> archived(TestProject project, String digest) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Descriptor layer : manifest(project, digest).layers()) {
            try (TarArchiveInputStream archive =
                    new TarArchiveInputStream(
                            new GZIPInputStream(contents(project).blob(layer)), "UTF-8")) {
                for (TarArchiveEntry entry = archive.getNextEntry();
                        entry != null;
                        entry = archive.getNextEntry()) {
                    assertEquals(1000, entry.getLastModifiedTime().toMillis());
                    String link = entry.isSymbolicLink() ? " -> " + entry.getLinkName() : "";
                    entries.add(
                            entry.getName()
                                    + " "
                                    + Integer.toOctalString(entry.getMode() & 0777)
                                    + " "
                                    + entry.getLongUserId()
                                    + ":"
                                    + entry.getLongGroupId()
                                    + link);
                }
            }
        }
        return entries;
    }
}
