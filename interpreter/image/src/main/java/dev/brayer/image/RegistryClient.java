package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Sends requests to one registry: with credentials where it asks for them, again where that helps,
/// and with every failure said in words.
final class RegistryClient {
    private static final int TRIES = 3;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final int LARGEST_ERROR = 1 << 14;
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final RegistryHost host;
    private final HttpClient client;
    private final Authorizer authorizer;
    private final TimeLimits limits;

    RegistryClient(RegistryHost host, Credentials credentials, TimeLimits limits) {
        this.host = host;
        this.limits = limits;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(limits.connect())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.authorizer = new Authorizer(host, credentials, client, limits);
    }

    /// One request, which can be sent more than once.
    ///
    /// @param scope what the credentials have to be good for, in the words of the token protocol
    /// @param accept the `Accept` header, `null` for none
    /// @param mediaType of the body, `null` for none
    record Call(
            String method,
            URI address,
            String scope,
            @Nullable String accept,
            @Nullable String mediaType,
            HttpRequest.BodyPublisher body,
            Duration limit) {
        /// A streamed body that broke off leaves the registry with a part: the whole upload begins
        /// again instead.
        boolean isRepeatable() {
            return body.contentLength() <= Manifest.LARGEST;
        }
    }

    RegistryHost host() {
        return host;
    }

    URI address(String path) {
        return host.base().resolve(path);
    }

    Call call(String method, URI address, String scope) {
        return new Call(
                method,
                address,
                scope,
                null,
                null,
                HttpRequest.BodyPublishers.noBody(),
                limits.answer());
    }

    /// The answer, whatever its status but 401, with its content still to be read. Redirects of GET
    /// and HEAD are followed.
    HttpResponse<InputStream> send(Call call) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = patiently(call, authorizer.header(call.scope()));
        if (response.statusCode() == 401 && host.isOrigin(call.address())) {
            Challenge challenge =
                    Challenge.choose(response.headers().allValues("WWW-Authenticate"));
            String header = challenge == null ? null : meet(challenge, call.scope());
            if (header == null) {
                throw refusal(response, call);
            }
            response.body().close();
            response = patiently(call, header);
        }
        return response;
    }

    private @Nullable String meet(Challenge challenge, String scope)
            throws IOException, InterruptedException {
        try {
            return authorizer.answer(challenge, scope);
        } catch (IOException exception) {
            throw explain(exception);
        }
    }

    private HttpResponse<InputStream> patiently(Call call, @Nullable String authorization)
            throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<InputStream> response = following(call, authorization);
                if (tries == TRIES
                        || !call.isRepeatable()
                        || !PASSING.contains(response.statusCode())) {
                    return response;
                }
                response.body().close();
            } catch (IOException exception) {
                if (tries == TRIES || !call.isRepeatable() || !isPassing(exception)) {
                    throw explain(exception);
                }
            }
            Thread.sleep(PAUSE.multipliedBy(tries));
        }
    }

    /// A connection that broke may hold the next time; a host without a name or a port without a
    /// listener stays so.
    private static boolean isPassing(IOException exception) {
        return failureIn(exception) == null
                && !(exception instanceof HttpTimeoutException)
                && !(exception instanceof ConnectException)
                && !(exception instanceof SSLException);
    }

    private HttpResponse<InputStream> following(Call call, @Nullable String authorization)
            throws IOException, InterruptedException {
        URI address = call.address();
        boolean readsOnly = call.method().equals("GET") || call.method().equals("HEAD");
        for (int steps = 0; ; steps++) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address)
                            .timeout(call.limit())
                            .method(call.method(), call.body());
            request.header("User-Agent", "brayer");
            if (call.accept() != null) {
                request.header("Accept", call.accept());
            }
            if (call.mediaType() != null) {
                request.header("Content-Type", call.mediaType());
            }
            // Content often lies with a storage service: who it is asked by is in the address, not
            // in this header.
            if (authorization != null && host.isOrigin(address)) {
                request.header("Authorization", authorization);
            }
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (!readsOnly || !ELSEWHERE.contains(response.statusCode())) {
                return response;
            }
            response.body().close();
            address = elsewhere(response, address);
            if (steps == 5) {
                throw new ImageFailure(
                        ImageCode.REGISTRY_REFUSED, host.name() + " redirects without end");
            }
        }
    }

    /// Where an answer's `Location` leads; never away from encryption.
    URI elsewhere(HttpResponse<?> response, URI from) throws ImageFailure {
        String location = response.headers().firstValue("Location").orElse("");
        try {
            URI address = from.resolve(location);
            if (!location.isEmpty() && RegistryHost.isSafe(address)) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            location = "`" + location + "`";
        }
        throw new ImageFailure(
                ImageCode.REGISTRY_REFUSED,
                host.name() + " leads to an unusable address: " + location);
    }

    /// What an unwelcome answer means. Reads and closes its content.
    ImageFailure refusal(HttpResponse<InputStream> response, Call call) throws IOException {
        String said = said(response);
        int status = response.statusCode();
        String action =
                call.method().equals("GET") || call.method().equals("HEAD") ? "reading" : "writing";
        if (status == 401 || status == 403) {
            return new ImageFailure(
                    ImageCode.UNAUTHORIZED,
                    host.name()
                            + " does not allow "
                            + action
                            + " "
                            + call.address().getPath()
                            + said,
                    "log in with `docker login " + host.name() + "`, or ask for access");
        }
        if (status == 404) {
            return new ImageFailure(
                    ImageCode.NOT_FOUND,
                    host.name() + " has no " + call.address().getPath() + said);
        }
        return new ImageFailure(
                ImageCode.REGISTRY_REFUSED,
                host.name()
                        + " answers "
                        + status
                        + " to "
                        + call.method()
                        + " "
                        + call.address().getPath()
                        + said);
    }

    /// The registry's own words, without anything that could disturb a terminal.
    private static String said(HttpResponse<InputStream> response) throws IOException {
        byte[] content;
        try (InputStream body = response.body()) {
            content = body.readNBytes(LARGEST_ERROR);
        }
        StringBuilder words = new StringBuilder();
        try {
            for (JsonNode error : Json.read(content, "the answer").path("errors")) {
                words.append(words.isEmpty() ? ": " : ", ").append(error.path("message").asText());
            }
        } catch (ImageFailure notJson) {
            return "";
        }
        for (int at = 0; at < words.length(); at++) {
            if (Character.isISOControl(words.charAt(at))) {
                words.setCharAt(at, ' ');
            }
        }
        words.setLength(Math.min(words.length(), 200));
        return words.toString();
    }

    /// What a broken connection means.
    ImageFailure explain(IOException exception) {
        ImageFailure own = failureIn(exception);
        if (own != null) {
            return own;
        }
        String reason;
        if (exception instanceof HttpConnectTimeoutException) {
            reason = "no connection within " + limits.connect().toSeconds() + " seconds";
        } else if (exception instanceof HttpTimeoutException) {
            reason = "no answer in time";
        } else if (isUnknownHost(exception)) {
            reason = "no such host";
        } else if (exception instanceof ConnectException) {
            reason = "nothing listens there";
        } else if (exception instanceof SSLException) {
            reason = "no encrypted connection (" + exception.getMessage() + ")";
        } else {
            reason =
                    exception.getMessage() == null
                            ? "the connection broke"
                            : exception.getMessage();
        }
        return ImageFailure.because(
                ImageCode.REGISTRY_UNREACHABLE,
                "the registry " + host.name() + " cannot be reached: " + reason,
                exception instanceof SSLException
                        ? "plain HTTP is only spoken with localhost; a registry needs a certificate"
                        : "is its name right, and does this machine get there?",
                exception);
    }

    /// The failure of a body that was being sent, which the HTTP client wraps.
    private static @Nullable ImageFailure failureIn(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ImageFailure failure) {
                return failure;
            }
        }
        return null;
    }

    private static boolean isUnknownHost(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
