package dev.brayer.image;

import static dev.brayer.image.TestProject.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registries that are gone, slow, wrong or strict: what people get to read, and what is not sent
/// to whom.
final class UnfriendlyRegistryTest {
    @TempDir Path temporary;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch testEnded = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
        address = "localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        testEnded.countDown();
        server.stop(0);
        workers.close();
    }

    private void answer(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                    asked.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + authorization);
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
    }

    private static void send(
            HttpExchange exchange, int status, Map<String, String> headers, byte[] content)
            throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
    }

    private static void send(HttpExchange exchange, int status) throws IOException {
        send(exchange, status, Map.of(), new byte[0]);
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
        answer("/", exchange -> awaitEnd());
        assertEquals(
                "image-registry-unreachable 8: the registry REGISTRY cannot be reached: no answer in time",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    @Test
    void contentThatStopsComing() {
        answer(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    awaitEnd();
                });
        assertEquals(
                "image-registry-unreachable 8: REGISTRY sent nothing for 2 seconds",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    private void awaitEnd() {
        try {
            testEnded.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anErrorOfTheRegistry() {
        byte[] said =
                "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"disk\\u001b[2J full\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        answer("/", exchange -> send(exchange, 500, Map.of(), said));
        assertEquals(
                "image-registry-refused 8: REGISTRY answers 500 to GET /v2/redis/manifests/7: disk [2J full",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    @Test
    void anErrorThatPasses() {
        AtomicInteger requests = new AtomicInteger();
        answer("/", exchange -> send(exchange, requests.incrementAndGet() < 3 ? 503 : 404));
        assertEquals(
                "image-not-found 8: there is no image REGISTRY/redis:7",
                failure(project().readyMade("redis", address + "/redis:7")));
        assertEquals(3, requests.get());
    }

    @Test
    void anotherManifestThanAskedFor() {
        byte[] manifest = "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8);
        answer(
                "/",
                exchange ->
                        send(exchange, 200, Map.of("Content-Type", MediaTypes.MANIFEST), manifest));
        String digest = "sha256:" + "0".repeat(64);
        assertEquals(
                "image-content-broken 8: REGISTRY sends another manifest than " + digest,
                failure(project().readyMade("redis", address + "/redis@" + digest)));
    }

    @Test
    void aPageInsteadOfAManifest() {
        byte[] page = "<html>welcome</html>".getBytes(StandardCharsets.UTF_8);
        answer("/", exchange -> send(exchange, 200, Map.of("Content-Type", "text/html"), page));
        assertEquals(
                "image-content-broken 8: the manifest is not valid JSON",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    /// A token is asked for once, with the password, and the password goes nowhere else.
    @Test
    void tokens() throws IOException {
        answer(
                "/token",
                exchange ->
                        send(
                                exchange,
                                200,
                                Map.of(),
                                "{\"token\":\"t0ken\"}".getBytes(StandardCharsets.UTF_8)));
        answer(
                "/v2/",
                exchange -> {
                    boolean known =
                            "Bearer t0ken"
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    String challenge =
                            "Bearer realm=\"http://"
                                    + address
                                    + "/token\",service=\"s\",scope=\"x\"";
                    send(
                            exchange,
                            known ? 404 : 401,
                            Map.of("WWW-Authenticate", challenge),
                            new byte[0]);
                });
        Path configuration = temporary.resolve("config.json");
        String pair =
                Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                configuration, "{\"auths\":{\"" + address + "\":{\"auth\":\"" + pair + "\"}}}");
        TestProject project =
                project()
                        .dockerConfiguration(configuration)
                        .readyMade("redis", address + "/a/redis:7");
        EmbeddedImages images = project.open();
        for (int times = 0; times < 2; times++) {
            Diagnostic missing = TestProject.failure(project.prepare(images, "redis"));
            assertEquals("image-not-found", missing.code().id());
        }
        assertEquals(
                List.of(
                        "GET /v2/a/redis/manifests/7 null",
                        "GET /token?service=s&scope=repository%3Aa%2Fredis%3Apull Basic " + pair,
                        "GET /v2/a/redis/manifests/7 Bearer t0ken",
                        "GET /v2/a/redis/manifests/7 Bearer t0ken"),
                asked);
    }

    @Test
    void aTokenServiceWithoutEncryption() {
        answer(
                "/v2/",
                exchange -> {
                    String challenge = "Bearer realm=\"http://tokens.example.com/\",service=\"s\"";
                    send(exchange, 401, Map.of("WWW-Authenticate", challenge), new byte[0]);
                });
        assertEquals(
                "image-registry-refused 8: REGISTRY wants credentials sent without encryption, to"
                        + " http://tokens.example.com/",
                failure(project().readyMade("redis", address + "/redis:7")));
    }

    /// Content often lies with a storage service, which must not see the registry's credentials.
    @Test
    void credentialsDoNotFollowARedirect() throws IOException {
        HttpServer storage =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        storage.createContext(
                "/",
                exchange -> {
                    seen.add(
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization"));
                    try (exchange) {
                        send(exchange, 404);
                    }
                });
        storage.start();
        try {
            answer(
                    "/v2/",
                    exchange -> {
                        boolean known = exchange.getRequestHeaders().containsKey("Authorization");
                        String there =
                                "http://localhost:" + storage.getAddress().getPort() + "/content";
                        Map<String, String> headers =
                                known
                                        ? Map.of("Location", there)
                                        : Map.of("WWW-Authenticate", "Basic realm=\"x\"");
                        send(exchange, known ? 307 : 401, headers, new byte[0]);
                    });
            Path configuration = temporary.resolve("config.json");
            Files.writeString(
                    configuration, "{\"auths\":{\"" + address + "\":{\"auth\":\"bWU6c2VjcmV0\"}}}");
            failure(
                    project()
                            .dockerConfiguration(configuration)
                            .readyMade("redis", address + "/redis:7"));
            assertEquals(List.of("/content null"), seen);
            assertTrue(asked.getLast().endsWith(" Basic bWU6c2VjcmV0"), asked.getLast());
        } finally {
            storage.stop(0);
        }
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
        answer(
                "/v2/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    switch (exchange.getRequestMethod()) {
                        case "PUT" -> {
                            written.add("PUT " + path);
                            exchange.getRequestBody().readAllBytes();
                            send(exchange, path.contains("/two/") ? 500 : 201);
                        }
                        case "DELETE" -> {
                            written.add("DELETE " + path);
                            send(exchange, 202);
                        }
                        default ->
                                send(
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
