package dev.brayer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registries that want credentials: what is sent to whom, and what is not.
final class RegistryCredentialsTest {
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

    /// A token is asked for once, with the password, and the password goes nowhere else.
    @Test
    void tokens() throws IOException {
        registry.answer(
                "/token",
                exchange ->
                        ScriptedRegistry.send(
                                exchange,
                                200,
                                Map.of(),
                                "{\"token\":\"t0ken\"}".getBytes(StandardCharsets.UTF_8)));
        registry.answer(
                "/v2/",
                exchange -> {
                    boolean known =
                            "Bearer t0ken"
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    String challenge =
                            "Bearer realm=\"http://"
                                    + address
                                    + "/token\",service=\"s\",scope=\"x\"";
                    ScriptedRegistry.send(
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
                registry.asked());
    }

    @Test
    void aTokenServiceWithoutEncryption() {
        registry.answer(
                "/v2/",
                exchange -> {
                    String challenge = "Bearer realm=\"http://tokens.example.com/\",service=\"s\"";
                    ScriptedRegistry.send(
                            exchange, 401, Map.of("WWW-Authenticate", challenge), new byte[0]);
                });
        Diagnostic refused = project().readyMade("redis", address + "/redis:7").failure("redis");
        assertEquals("image-registry-refused", refused.code().id());
        assertEquals(
                address
                        + " wants credentials sent without encryption, to"
                        + " http://tokens.example.com/",
                refused.message());
    }

    /// Content often lies with a storage service, which must not see the registry's credentials.
    @Test
    void credentialsDoNotFollowARedirect() throws IOException {
        try (ScriptedRegistry storage = new ScriptedRegistry()) {
            storage.answer("/", exchange -> ScriptedRegistry.send(exchange, 404));
            registry.answer(
                    "/v2/",
                    exchange -> {
                        boolean known = exchange.getRequestHeaders().containsKey("Authorization");
                        String there = "http://" + storage.address() + "/content";
                        Map<String, String> headers =
                                known
                                        ? Map.of("Location", there)
                                        : Map.of("WWW-Authenticate", "Basic realm=\"x\"");
                        ScriptedRegistry.send(exchange, known ? 307 : 401, headers, new byte[0]);
                    });
            Path configuration = temporary.resolve("config.json");
            Files.writeString(
                    configuration, "{\"auths\":{\"" + address + "\":{\"auth\":\"bWU6c2VjcmV0\"}}}");
            project()
                    .dockerConfiguration(configuration)
                    .readyMade("redis", address + "/redis:7")
                    .failure("redis");
            assertEquals(List.of("GET /content null"), storage.asked());
            assertTrue(
                    registry.asked().getLast().endsWith(" Basic bWU6c2VjcmV0"),
                    registry.asked().getLast());
        }
    }
}
