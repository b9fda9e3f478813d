package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static dev.brayer.image.TestProject.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.ImagePlatform;
import dev.brayer.pipeline.model.ImageProcess;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the registry that everybody runs, and skopeo to look at what came out.
final class RegistryStoreTest {
    private static final String FIRST = "20261123-091432-417-1f2e3d4-k7x2";
    private static final String SECOND = "20261123-101432-417-1f2e3d4-0000";

    /// `deployer` with the password `a:b c`, as htpasswd -B writes it.
    private static final String PASSWORDS =
            "deployer:$2y$05$pP1t6KrwaMyX8Qe2VaJi2uWxpBt7HcmCWd4v3RtBiMQLu.VlSONly";

    private static final List<ImagePlatform> BOTH =
            List.of(ImagePlatform.USUAL, new ImagePlatform("linux", "arm64", null));

    @TempDir Path temporary;

    private TestProject project(String registry) throws IOException {
        return new TestProject(temporary.resolve("project"))
                .registry(registry)
                .file("web/server.js", "serve()\n")
                .file("web/big", "0123456789abcdef".repeat(100_000));
    }

    @Test
    void contentFirstTagsAtTheEnd() throws Exception {
        try (DebianRegistry registry = DebianRegistry.start(temporary.resolve("registry"))) {
            TestProject project =
                    project(registry.address())
                            .assembled(
                                    "node",
                                    null,
                                    ImageProcess.INHERITED,
                                    BOTH,
                                    files("web/big", "/"))
                            .assembled(
                                    "web",
                                    "node",
                                    ImageProcess.INHERITED,
                                    BOTH,
                                    files("web", "/app"));
            EmbeddedImages images = project.open();
            PreparedImage web = project.prepared(images, "web");
            PreparedImage node = project.prepared(images, "node");
            String repository = registry.address() + "/shop/web";
            assertEquals(repository, images.store().repository("web"));
            assertTrue(images.store().isReachableFromClusters());
            assertTrue(value(images.store().holds("web", web.digest())));
            assertEquals(Optional.empty(), value(images.store().latest("web")));
            assertEquals(Optional.empty(), value(images.store().firstTag("web", web.digest())));

            value(images.store().publish(List.of(node, web), FIRST, new Cancellation()));
            value(images.store().publish(List.of(node, web), SECOND, new Cancellation()));
            PublishedImage published = new PublishedImage("web", repository, FIRST, web.digest());
            assertEquals(Optional.of(published), value(project.open().store().latest("web")));
            assertFalse(project.prepared(project.open(), "web").built());

            String inspected =
                    Tool.run(
                            List.of(
                                    Tool.require("skopeo"),
                                    "inspect",
                                    "--tls-verify=false",
                                    "docker://" + repository + ":" + SECOND));
            assertTrue(inspected.contains(web.digest().text()), inspected);
            assertTrue(inspected.contains(FIRST), inspected);
        }
    }

    @Test
    void aReadyMadeImageKeepsItsPlatformsAndItsDigest() throws Exception {
        try (DebianRegistry registry = DebianRegistry.start(temporary.resolve("registry"))) {
            TestProject made =
                    project("oci:dist/registry")
                            .assembled(
                                    "redis",
                                    null,
                                    ImageProcess.INHERITED,
                                    BOTH,
                                    files("web", "/app"));
            EmbeddedImages images = made.open();
            PreparedImage redis = made.prepared(images, "redis");
            value(images.store().publish(List.of(redis), FIRST, new Cancellation()));

            // With skopeo into the registry, from there with brayer to another repository and back
            // into a folder.
            String skopeo = Tool.require("skopeo");
            String layout =
                    "oci:" + made.root.resolve("dist/registry") + ":localhost/shop/redis:" + FIRST;
            String reference = registry.address() + "/library/redis:7.4.1";
            Tool.run(
                    List.of(
                            skopeo,
                            "copy",
                            "--all",
                            "--dest-tls-verify=false",
                            layout,
                            "docker://" + reference));

            TestProject copied = project(registry.address()).readyMade("redis", reference);
            EmbeddedImages pushed = copied.open();
            assertEquals(redis.digest(), copied.prepared(pushed, "redis").digest());
            value(pushed.store().publish(List.of(redis), FIRST, new Cancellation()));
            TestProject back =
                    new TestProject(temporary.resolve("back"))
                            .readyMade("redis", registry.address() + "/shop/redis:" + FIRST);
            assertEquals(
                    new PreparedImage("redis", redis.digest(), true),
                    back.prepared(back.open(), "redis"));
            TestProject again =
                    new TestProject(temporary.resolve("back"))
                            .readyMade(
                                    "redis", registry.address() + "/shop/redis@" + redis.digest());
            assertEquals(
                    new PreparedImage("redis", redis.digest(), false),
                    again.prepared(again.open(), "redis"));
        }
    }

    @Test
    void credentialsComeFromDockersConfiguration() throws Exception {
        try (DebianRegistry registry =
                DebianRegistry.start(temporary.resolve("registry"), PASSWORDS)) {
            TestProject project =
                    project(registry.address()).assembled("web", null, files("web", "/app"));
            Diagnostic nobody = project.failure("web");
            assertEquals("image-unauthorized", nobody.code().id());
            assertEquals(8, nobody.code().outcome().exitCode());
            assertEquals(
                    "log in with `docker login " + registry.address() + "`, or ask for access",
                    nobody.hint());

            Path wrong = configuration("wrong", registry.address(), "deployer:guess");
            assertEquals(
                    "image-unauthorized",
                    project.dockerConfiguration(wrong).failure("web").code().id());
            Path right = configuration("right", registry.address(), "deployer:a:b c");
            EmbeddedImages images = project.dockerConfiguration(right).open();
            PreparedImage web = project.prepared(images, "web");
            value(images.store().publish(List.of(web), FIRST, new Cancellation()));
            assertEquals(Optional.of(FIRST), value(images.store().firstTag("web", web.digest())));

            Path broken = temporary.resolve("broken.json");
            Files.writeString(broken, "{\"auths\": {\"x\": {\"auth\": \"c2VjcmV0\"");
            Diagnostic unreadable = project.dockerConfiguration(broken).failure("web");
            assertEquals("image-unauthorized", unreadable.code().id());
            assertFalse(unreadable.message().contains("c2VjcmV0"));
        }
    }

    private Path configuration(String name, String registry, String pair) throws IOException {
        Path file = temporary.resolve(name + ".json");
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Files.writeString(
                file, "{\"auths\":{\"" + registry + "\":{\"auth\":\"" + encoded + "\"}}}");
    }

    @Test
    void anImageThatTheRegistryHasNot() throws Exception {
        try (DebianRegistry registry = DebianRegistry.start(temporary.resolve("registry"))) {
            String reference = registry.address() + "/library/redis:7.4.2";
            TestProject project = project("oci:dist/registry").readyMade("redis", reference);
            Diagnostic missing = project.failure("redis");
            assertEquals("image-not-found", missing.code().id());
            assertEquals("there is no image " + reference, missing.message());
            assertEquals(
                    TestProject.place(reference).span(),
                    java.util.Objects.requireNonNull(missing.place()).span());
        }
    }
}
