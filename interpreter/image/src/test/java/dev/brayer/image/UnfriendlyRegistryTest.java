package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registries that are gone, slow or wrong: what people get to read.
final class UnfriendlyRegistryTest {
    @TempDir Path temporary;

    private ScriptedRegistry registry;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        registry = new ScriptedRegistry();
        address = registry.address();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private TestProject project() {
        return new TestProject(temporary);
    }

    private String failure(TestProject project) {
        Diagnostic failure = project.failure("redis");
        return failure.code().id()
                + " "
                + failure.code().outcome().exitCode()
                + ": "
                + failure.message().replace(address, "REGISTRY");
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        String gone = "localhost:" + port;
        assertEquals(
                "image-registry-unreachable 8: the registry "
                        + gone
                        + " cannot be reached: nothing listens there",
                failure(project().readyMade("redis", gone + "/redis:7")));
    }

    @Test
    void noSuchHost() {
        assertEquals(
                "image-registry-unreachable 8: the registry registry.invalid cannot be reached: no such host",
                failure(project().readyMade("redis", "registry.invalid/redis:7")));
    }

    @Test
    void noAnswer() {
        registry.answer("/", exchange -> registry.neverAnswer());
        assertEquals(
                "image-registry-unreachable 8: the registry REGISTRY cannot be reached: no answer in time",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    @Test
    void contentThatStopsComing() {
        registry.answer(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    registry.neverAnswer();
                });
        assertEquals(
                "image-registry-unreachable 8: REGISTRY sent nothing for 2 seconds",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    @Test
    void anErrorOfTheRegistry() {
        byte[] said =
                "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"disk\\u001b[2J full\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        registry.answer("/", exchange -> ScriptedRegistry.send(exchange, 500, Map.of(), said));
        assertEquals(
                "image-registry-refused 8: REGISTRY answers 500 to GET /v2/redis/manifests/7: disk [2J full",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    @Test
    void anErrorThatPasses() {
        AtomicInteger requests = new AtomicInteger();
        registry.answer(
                "/",
                exchange ->
                        ScriptedRegistry.send(
                                exchange, requests.incrementAndGet() < 3 ? 503 : 404));
        assertEquals(
                "image-not-found 8: there is no image REGISTRY/redis:7",
                failure(project().readyMade("redis", address + "/redis:7")));
        assertEquals(3, requests.get());
    }

    @Test
    void anotherManifestThanAskedFor() {
        byte[] manifest = "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8);
        registry.answer(
                "/",
                exchange ->
                        ScriptedRegistry.send(
                                exchange,
                                200,
                                Map.of("Content-Type", MediaTypes.MANIFEST),
                                manifest));
        String digest = "sha256:" + "0".repeat(64);
        assertEquals(
                "image-content-broken 8: REGISTRY sends another manifest than " + digest,
                failure(project().readyMade("redis", address + "/redis@" + digest)));
    }

    @Test
    void aPageInsteadOfAManifest() {
        byte[] page = "<html>welcome</html>".getBytes(StandardCharsets.UTF_8);
        registry.answer(
                "/",
                exchange ->
                        ScriptedRegistry.send(
                                exchange, 200, Map.of("Content-Type", "text/html"), page));
        assertEquals(
                "image-content-broken 8: the manifest is not valid JSON",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    /// The second tag is refused: the first is taken back.
    @Test
    void aFailureBetweenTagsLeavesNone() throws IOException {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        TestProject project =
                project()
                        .file("web/a", "1\n")
                        .assembled("one", null, files("web", "/app"))
                        .assembled("two", null, files("web", "/app"));
        EmbeddedImages made = project.open();
        PreparedImage one = project.prepared(made, "one");
        PreparedImage two = new PreparedImage("two", one.digest(), true);
        byte[] manifest =
                new LayoutContents(new Layout(temporary.resolve("dist/registry"), "dist/registry"))
                        .manifest(one.digest().text())
                        .bytes();
        registry.answer(
                "/v2/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    switch (exchange.getRequestMethod()) {
                        case "PUT" -> {
                            written.add("PUT " + path);
                            exchange.getRequestBody().readAllBytes();
                            ScriptedRegistry.send(exchange, path.contains("/two/") ? 500 : 201);
                        }
                        case "DELETE" -> {
                            written.add("DELETE " + path);
                            ScriptedRegistry.send(exchange, 202);
                        }
                        default ->
                                ScriptedRegistry.send(
                                        exchange,
                                        200,
                                        Map.of("Content-Type", MediaTypes.MANIFEST),
                                        manifest);
                    }
                });
        Diagnostic failure =
                TestProject.failure(
                        project.registry(address)
                                .open()
                                .store()
                                .publish(List.of(one, two), "tag", new Cancellation()));
        assertEquals("image-registry-refused", failure.code().id());
        assertEquals(
                List.of(
                        "PUT /v2/shop/one/manifests/tag",
                        "PUT /v2/shop/two/manifests/tag",
                        "DELETE /v2/shop/one/manifests/tag",
                        "DELETE /v2/shop/two/manifests/tag"),
                written);
    }
}
