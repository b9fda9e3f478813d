package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.ImagePlatform;
import dev.brayer.pipeline.model.ImageProcess;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every mistake of a project, in words and at the place that has to be changed.
final class ImageFailureTest {
    @TempDir Path temporary;

    private TestProject project;

    @BeforeEach
    void project() throws IOException {
        project = new TestProject(temporary).file("web/server.js", "serve()\n");
    }

    private static String shown(Diagnostic diagnostic) {
        Place place = Objects.requireNonNull(diagnostic.place());
        return diagnostic.code().id()
                + " "
                + diagnostic.code().outcome().exitCode()
                + " at "
                + place.text()
                + ": "
                + diagnostic.message()
                + (diagnostic.hint() == null ? "" : " (" + diagnostic.hint() + ")");
    }

    /// What `check` says, which building says as well.
    private String both(String name) {
        List<Diagnostic> checked = project.open().check();
        assertEquals(1, checked.size());
        String said = shown(checked.getFirst());
        assertEquals(said, shown(project.failure(name)));
        return said;
    }

    @Test
    void aFolderThatIsNotThere() {
        project.assembled("web", null, files("wbe", "/app"));
        assertEquals("image-file-missing 2 at wbe: there is no `wbe` in the project", both("web"));
    }

    @Test
    void aFolderOutsideOfTheProject() {
        project.assembled("web", null, files("../other", "/app"));
        assertEquals(
                "image-file-unusable 2 at ../other: `../other` leads out of the project (paths are relative to the"
                        + " project's root and stay within its repository)",
                both("web"));
    }

    @Test
    void nothingLeftToCopy() {
        project.assembled("web", null, files("web", "/app", List.of(), List.of("**")));
        assertEquals(
                "image-file-missing 2 at web: nothing of `web` is copied (the folder is empty, or `include` and"
                        + " `exclude` leave nothing of it)",
                shown(project.failure("web")));
    }

    @Test
    void aLinkThatLeadsOut() throws IOException {
        Files.createSymbolicLink(temporary.resolve("web/secret"), Path.of("../../etc/passwd"));
        project.assembled("web", null, files("web", "/app"));
        assertEquals(
                "image-file-unusable 2 at web: the link `web/secret` leads to `../../etc/passwd`, outside of what is"
                        + " copied (exclude it, or copy the folder above)",
                shown(project.failure("web")));
    }

    @Test
    void aDockerfile() {
        project.dockerfile("web", "web");
        assertTrue(
                both("web")
                        .startsWith(
                                "image-build-unsupported 2 at web: `build: web` would run a Dockerfile"));
    }

    @Test
    void aBaseImageThatIsNotThere() {
        project.assembled("node", null, files("web", "/x"))
                .assembled("web", "nod", files("web", "/app"));
        assertEquals(
                "image-bad-reference 2 at base nod: `nod` is neither an image of this pipeline nor the whole name of"
                        + " another (did you mean `node`?)",
                both("web"));
    }

    @Test
    void imagesBuiltOnEachOther() {
        project.assembled("a", "b", files("web", "/x")).assembled("b", "a", files("web", "/app"));
        List<Diagnostic> checked = project.open().check();
        assertEquals(
                "image-base-cycle 2 at base b: `a` is built on itself: a, b and again (one of them has to be built on"
                        + " something else)",
                shown(checked.getFirst()));
        assertEquals(shown(checked.getFirst()), shown(project.failure("a")));
    }

    @Test
    void aPlatformThatTheBaseImageHasNot() {
        project.assembled("node", null, files("web", "/x"))
                .assembled(
                        "web",
                        "node",
                        ImageProcess.INHERITED,
                        List.of(new ImagePlatform("linux", "arm64", null)),
                        files("web", "/app"));
        assertEquals(
                "image-platform-missing 2 at base node: the base image `node` is not there for linux/arm64 (it is"
                        + " there for linux/amd64)",
                shown(project.failure("web")));
    }

    @Test
    void aLayoutThatIsNotThere() {
        project.readyMade("redis", "oci:images:redis-7");
        assertEquals(
                "image-not-in-layout 2 at oci:images:redis-7: `images` is not a folder with the OCI image layout (it"
                        + " would hold a file oci-layout; the path is relative to the project's root)",
                both("redis"));
    }

    @Test
    void anImageThatTheLayoutHasNot() throws IOException {
        Layout layout = new Layout(temporary.resolve("images"), "images");
        layout.prepare();
        Manifest manifest = Manifest.made(Json.object().put("mediaType", MediaTypes.INDEX));
        layout.name(List.of(new Layout.Named("redis-7.4.1", manifest.descriptor())));
        project.readyMade("redis", "oci:images:redis-7.4.2");
        assertEquals(
                "image-not-in-layout 2 at oci:images:redis-7.4.2: `images` holds no image named `redis-7.4.2` (did you"
                        + " mean `redis-7.4.1`?)",
                both("redis"));
    }

    @Test
    void noReferenceAtAll() {
        project.readyMade("redis", "Redis:7:4");
        assertEquals(
                "image-bad-reference 2 at Redis:7:4: `Redis:7:4` is not the name of an image (write"
                        + " `registry/repository:tag`, or `oci:folder:name` for an image in a folder)",
                both("redis"));
    }

    @Test
    void contentThatIsAnother() throws IOException {
        project.assembled("node", null, files("web", "/x"));
        String digest = project.prepared(project.open(), "node").digest().text();
        Path file =
                temporary.resolve(
                        "dist/registry/blobs/sha256/" + digest.substring("sha256:".length()));
        Files.writeString(file, Files.readString(file).replace(":2,", ":2 ,"));
        project.readyMade("copy", "oci:dist/registry@" + digest);
        assertEquals(
                "image-content-broken 8 at oci:dist/registry@"
                        + digest
                        + ": the file of "
                        + digest
                        + " in `dist/registry` is another",
                shown(project.failure("copy")));
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        project.file("dist", "a file in the way\n").assembled("web", null, files("web", "/app"));
        Diagnostic failure = project.failure("web");
        assertEquals("image-store-unwritable", failure.code().id());
        assertEquals(8, failure.code().outcome().exitCode());
    }

    @Test
    void aRunThatIsStopped() {
        project.assembled("web", null, files("web", "/app"));
        Cancellation cancelled = new Cancellation();
        cancelled.cancel(Cancellation.Reason.INTERRUPTED);
        EmbeddedImages images = project.open();
        assertEquals(
                "image-stopped",
                TestProject.failure(
                                images.builder()
                                        .prepare(project.declaration("web"), line -> {}, cancelled))
                        .code()
                        .id());
        assertTrue(!Thread.currentThread().isInterrupted());
        assertTrue(project.prepared(images, "web").built());
    }

    @Test
    void theRegistryIsNoAddress() {
        project.registry("acme").assembled("web", null, files("web", "/app"));
        assertEquals(
                "image-bad-reference 2 at registry: `acme` is no address of a registry (write a host, such as"
                        + " `registry.example.com` or `docker.io/acme`, or `oci:folder` for a folder)",
                shown(project.failure("web")));
    }
}
