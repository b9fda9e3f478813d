package dev.brayer.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.tools.jib.api.Credential;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Meets the challenges of one registry: Basic, or a token from its token service (the Docker and
/// OCI token protocol).
final class Authorizer {
    private final RegistryHost host;
    private final Credentials credentials;
    private final HttpClient client;
    private final TimeLimits limits;
    private final ConcurrentHashMap<String, String> headers = new ConcurrentHashMap<>();

    Authorizer(RegistryHost host, Credentials credentials, HttpClient client, TimeLimits limits) {
        this.host = host;
        this.credentials = credentials;
        this.client = client;
        this.limits = limits;
    }

    /// The header that the last challenge for this scope led to, `null` before the first.
    @Nullable String header(String scope) {
        return headers.get(scope);
    }

    /// Answers a challenge; `null` when there is nothing to answer with.
    @Nullable String answer(Challenge challenge, String scope)
            throws IOException, InterruptedException {
        Credential credential = credentials.of(host.name());
        String header;
        if (challenge.scheme().equals("basic")) {
            header = credential == null ? null : basic(credential);
        } else {
            header = "Bearer " + token(challenge, scope, credential);
        }
        if (header != null) {
            headers.put(scope, header);
        }
        return header;
    }

    private String token(Challenge challenge, String scope, @Nullable Credential credential)
            throws IOException, InterruptedException {
        String realm = challenge.parameters().getOrDefault("realm", "");
        URI address;
        try {
            address = URI.create(realm);
        } catch (IllegalArgumentException exception) {
            throw ImageFailure.because(
                    ImageCode.REGISTRY_REFUSED,
                    host.name() + " names no usable token service",
                    null,
                    exception);
        }
        if (!RegistryHost.isSafe(address)) {
            throw new ImageFailure(
                    ImageCode.REGISTRY_REFUSED,
                    host.name() + " wants credentials sent without encryption, to " + realm);
        }
        String service = challenge.parameters().getOrDefault("service", "");
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(limits.answer());
        if (credential != null && credential.isOAuth2RefreshToken()) {
            String form =
                    "grant_type=refresh_token&client_id=brayer&service="
                            + encoded(service)
                            + "&scope="
                            + encoded(scope)
                            + "&refresh_token="
                            + encoded(credential.getPassword());
            request.uri(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        } else {
            String query =
                    (address.getRawQuery() == null ? "?" : "&")
                            + "service="
                            + encoded(service)
                            + "&scope="
                            + encoded(scope);
            request.uri(URI.create(realm + query)).GET();
            if (credential != null) {
                request.header("Authorization", basic(credential));
            }
        }
        HttpResponse<byte[]> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            ImageCode code =
                    response.statusCode() < 500
                            ? ImageCode.UNAUTHORIZED
                            : ImageCode.REGISTRY_REFUSED;
            throw new ImageFailure(
                    code,
                    "the token service of "
                            + host.name()
                            + " answers "
                            + response.statusCode()
                            + (credential == null ? " to somebody without credentials" : ""),
                    code == ImageCode.UNAUTHORIZED
                            ? "log in with `docker login " + host.name() + "`"
                            : null);
        }
        ObjectNode answer =
                Json.read(response.body(), "the answer of the token service of " + host.name());
        String token = answer.path("token").asText(answer.path("access_token").asText());
        if (token.isEmpty()) {
            throw new ImageFailure(
                    ImageCode.REGISTRY_REFUSED,
                    "the token service of " + host.name() + " gives no token");
        }
        return token;
    }

    private static String basic(Credential credential) {
        String pair = credential.getUsername() + ":" + credential.getPassword();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
