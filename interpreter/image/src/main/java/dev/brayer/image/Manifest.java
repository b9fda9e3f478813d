package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brayer.pipeline.image.Digest;
import java.util.ArrayList;
import java.util.List;

/// A manifest or an index with the very bytes that its digest covers.
final class Manifest {
    /// No registry takes larger ones.
    static final int LARGEST = 4 << 20;

    private final String mediaType;
    private final byte[] bytes;
    private final Digest digest;
    private final ObjectNode json;

    private Manifest(String mediaType, byte[] bytes, ObjectNode json) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.digest = Hashing.of(bytes);
        this.json = json;
    }

    /// @param declared what the registry or the descriptor calls it; the manifest's own word comes
    ///   first
    static Manifest of(String declared, byte[] bytes) throws ImageFailure {
        ObjectNode json = Json.read(bytes, "the manifest");
        String own = json.path("mediaType").asText();
        String mediaType = !own.isEmpty() ? own : declared;
        if (!MediaTypes.isIndex(mediaType) && !MediaTypes.isManifest(mediaType)) {
            mediaType =
                    json.has("manifests")
                            ? MediaTypes.INDEX
                            : json.has("config") && json.has("layers")
                                    ? MediaTypes.MANIFEST
                                    : mediaType;
        }
        if (!MediaTypes.isIndex(mediaType) && !MediaTypes.isManifest(mediaType)) {
            throw new ImageFailure(
                    ImageCode.CONTENT_BROKEN,
                    "`" + mediaType + "` is no kind of image that brayer knows");
        }
        return new Manifest(mediaType, bytes.clone(), json);
    }

    /// One that was put together here.
    static Manifest made(ObjectNode json) {
        return new Manifest(json.path("mediaType").asText(), Json.write(json), json);
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    Digest digest() {
        return digest;
    }

    Descriptor descriptor() {
        return new Descriptor(mediaType, digest, bytes.length);
    }

    boolean isIndex() {
        return MediaTypes.isIndex(mediaType);
    }

    /// The manifests of an index, as JSON with platform and annotations.
    List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        json.path("manifests").forEach(entries::add);
        return entries;
    }

    Descriptor config() throws ImageFailure {
        return Descriptor.of(json.path("config"));
    }

    List<Descriptor> layers() throws ImageFailure {
        List<Descriptor> layers = new ArrayList<>();
        for (JsonNode layer : json.path("layers")) {
            layers.add(Descriptor.of(layer));
        }
        return layers;
    }

    /// Configuration and layers: the blobs without which the image is not whole. Layers that lie
    /// elsewhere (`urls`, the foreign layers of old Windows images) may not be stored again and do
    /// not count.
    List<Descriptor> blobs() throws ImageFailure {
        List<Descriptor> blobs = new ArrayList<>();
        blobs.add(config());
        for (JsonNode layer : json.path("layers")) {
            if (!layer.has("urls")) {
                blobs.add(Descriptor.of(layer));
            }
        }
        return blobs;
    }
}
