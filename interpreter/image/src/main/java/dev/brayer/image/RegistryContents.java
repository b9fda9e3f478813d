package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brayer.pipeline.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One repository of a registry, by the OCI distribution specification.
final class RegistryContents implements Contents {
    /// Listing more would take longer than the answer is worth.
    private static final int MOST_TAG_PAGES = 20;

    private static final int LARGEST_PAGE = 8 << 20;
    private static final int UPLOAD_TRIES = 2;

    private final RegistryClient client;
    private final String repository;
    private final String scope;
    private final TimeLimits limits;

    /// @param writes whether content will be stored here, for which a registry wants to be asked
    ///   with other rights
    RegistryContents(RegistryClient client, String repository, boolean writes, TimeLimits limits) {
        this.client = client;
        this.repository = repository;
        this.scope = "repository:" + repository + (writes ? ":pull,push" : ":pull");
        this.limits = limits;
    }

    /// As people write it.
    String name() {
        return client.host().name() + "/" + repository;
    }

    @Override
    public Manifest manifest(String qualifier) throws IOException, InterruptedException {
        RegistryClient.Call call = manifestCall("GET", qualifier);
        HttpResponse<InputStream> response = client.send(call);
        if (response.statusCode() == 404) {
            response.body().close();
            throw new ImageFailure(ImageCode.NOT_FOUND, "there is no image " + shown(qualifier));
        }
        if (response.statusCode() != 200) {
            throw client.refusal(response, call);
        }
        byte[] bytes;
        try (InputStream content = guarded(response)) {
            bytes = content.readNBytes(Manifest.LARGEST + 1);
        }
        String expected =
                Digest.isDigest(qualifier)
                        ? qualifier
                        : response.headers().firstValue("Docker-Content-Digest").orElse("");
        if (bytes.length > Manifest.LARGEST
                || (Digest.isDigest(expected) && !Hashing.of(bytes).text().equals(expected))) {
            throw new ImageFailure(
                    ImageCode.CONTENT_BROKEN,
                    client.host().name() + " sends another manifest than " + expected);
        }
        return Manifest.of(response.headers().firstValue("Content-Type").orElse(""), bytes);
    }

    /// The digest that a tag has now; empty when there is no such tag.
    Optional<Digest> digestOf(String tag) throws IOException, InterruptedException {
        RegistryClient.Call call = manifestCall("HEAD", tag);
        HttpResponse<InputStream> response = client.send(call);
        if (response.statusCode() == 404) {
            response.body().close();
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw client.refusal(response, call);
        }
        response.body().close();
        String digest = response.headers().firstValue("Docker-Content-Digest").orElse("");
        return Optional.of(Digest.isDigest(digest) ? new Digest(digest) : manifest(tag).digest());
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException, InterruptedException {
        RegistryClient.Call call = client.call("GET", blobAddress(blob.digest()), scope);
        HttpResponse<InputStream> response = client.send(call);
        if (response.statusCode() != 200) {
            throw client.refusal(response, call);
        }
        return new VerifiedStream(guarded(response), blob);
    }

    private InputStream guarded(HttpResponse<InputStream> response) {
        return new StallGuard(response.body(), client.host(), limits.answer());
    }

    @Override
    public boolean holdsBlob(Descriptor blob) throws IOException, InterruptedException {
        return isThere(client.call("HEAD", blobAddress(blob.digest()), scope));
    }

    @Override
    public boolean holdsManifest(Digest digest) throws IOException, InterruptedException {
        return isThere(manifestCall("HEAD", digest.text()));
    }

    private boolean isThere(RegistryClient.Call call) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(call);
        if (response.statusCode() != 200 && response.statusCode() != 404) {
            throw client.refusal(response, call);
        }
        response.body().close();
        return response.statusCode() == 200;
    }

    @Override
    public void addBlob(Descriptor blob, BlobSource source)
            throws IOException, InterruptedException {
        if (holdsBlob(blob)) {
            return;
        }
        for (int tries = 1; ; tries++) {
            try {
                upload(blob, source);
                return;
            } catch (ImageFailure failure) {
                if (tries == UPLOAD_TRIES || failure.code() != ImageCode.REGISTRY_UNREACHABLE) {
                    throw failure;
                }
            }
        }
    }

    private void upload(Descriptor blob, BlobSource source)
            throws IOException, InterruptedException {
        URI uploads = client.address("/v2/" + repository + "/blobs/uploads/");
        RegistryClient.Call begin = client.call("POST", uploads, scope);
        HttpResponse<InputStream> begun = client.send(begin);
        if (begun.statusCode() != 202) {
            throw client.refusal(begun, begin);
        }
        begun.body().close();
        URI upload = client.elsewhere(begun, uploads);
        String query = upload.getRawQuery() == null ? "?" : "&";
        URI finished = URI.create(upload + query + "digest=" + encoded(blob.digest().text()));
        HttpRequest.BodyPublisher content =
                blob.size() == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofInputStream(() -> open(blob, source)),
                                blob.size());
        RegistryClient.Call call =
                new RegistryClient.Call(
                        "PUT",
                        finished,
                        scope,
                        null,
                        "application/octet-stream",
                        content,
                        limits.transfer());
        HttpResponse<InputStream> response = client.send(call);
        if (response.statusCode() != 201) {
            throw client.refusal(response, call);
        }
        response.body().close();
    }

    private static InputStream open(Descriptor blob, BlobSource source) {
        try {
            return new VerifiedStream(source.open(), blob);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void addManifest(Manifest manifest) throws IOException, InterruptedException {
        put(manifest.digest().text(), manifest);
    }

    /// Gives a manifest a tag.
    void tag(String tag, Manifest manifest) throws IOException, InterruptedException {
        put(tag, manifest);
    }

    private void put(String qualifier, Manifest manifest) throws IOException, InterruptedException {
        RegistryClient.Call call =
                new RegistryClient.Call(
                        "PUT",
                        manifestAddress(qualifier),
                        scope,
                        null,
                        manifest.mediaType(),
                        HttpRequest.BodyPublishers.ofByteArray(manifest.bytes()),
                        limits.answer());
        HttpResponse<InputStream> response = client.send(call);
        if (response.statusCode() != 201) {
            throw client.refusal(response, call);
        }
        response.body().close();
    }

    /// Takes a tag away, never the image; `false` where the registry knows no such thing.
    boolean untag(String tag) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(client.call("DELETE", manifestAddress(tag), scope));
        response.body().close();
        return response.statusCode() == 202
                || response.statusCode() == 200
                || response.statusCode() == 404;
    }

    /// All tags, none for a repository that is not there yet.
    List<String> tags() throws IOException, InterruptedException {
        List<String> tags = new ArrayList<>();
        URI page = client.address("/v2/" + repository + "/tags/list?n=1000");
        for (int pages = 0; pages < MOST_TAG_PAGES; pages++) {
            RegistryClient.Call call = client.call("GET", page, scope);
            HttpResponse<InputStream> response = client.send(call);
            if (response.statusCode() == 404) {
                response.body().close();
                return tags;
            }
            if (response.statusCode() != 200) {
                throw client.refusal(response, call);
            }
            byte[] content;
            try (InputStream body = guarded(response)) {
                content = body.readNBytes(LARGEST_PAGE);
            }
            for (JsonNode tag : Json.read(content, "the list of tags").path("tags")) {
                tags.add(tag.asText());
            }
            String link = response.headers().firstValue("Link").orElse("");
            int from = link.indexOf('<');
            int to = link.indexOf('>', from + 1);
            if (from < 0 || to < 0) {
                return tags;
            }
            page = page.resolve(link.substring(from + 1, to));
        }
        return tags;
    }

    @Override
    public boolean mount(Descriptor blob, Contents from) throws IOException, InterruptedException {
        if (!(from instanceof RegistryContents other)
                || !other.client.host().equals(client.host())) {
            return false;
        }
        URI address =
                client.address(
                        "/v2/"
                                + repository
                                + "/blobs/uploads/?mount="
                                + encoded(blob.digest().text())
                                + "&from="
                                + encoded(other.repository));
        HttpResponse<InputStream> response = client.send(client.call("POST", address, scope));
        response.body().close();
        return response.statusCode() == 201; // anything else: it has to be sent
    }

    private RegistryClient.Call manifestCall(String method, String qualifier) {
        RegistryClient.Call call = client.call(method, manifestAddress(qualifier), scope);
        return new RegistryClient.Call(
                method,
                call.address(),
                scope,
                MediaTypes.ACCEPTED,
                null,
                call.body(),
                call.limit());
    }

    private URI manifestAddress(String qualifier) {
        return client.address("/v2/" + repository + "/manifests/" + qualifier);
    }

    private URI blobAddress(Digest digest) {
        return client.address("/v2/" + repository + "/blobs/" + digest);
    }

    private String shown(String qualifier) {
        String separator = Digest.isDigest(qualifier) ? "@" : ":";
        return name() + separator + qualifier;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
