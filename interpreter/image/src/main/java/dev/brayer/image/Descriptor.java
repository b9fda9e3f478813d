package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brayer.pipeline.image.Digest;

/// What a manifest says of a blob or of another manifest.
record Descriptor(String mediaType, Digest digest, long size) {
    static Descriptor of(JsonNode json) throws ImageFailure {
        String digest = json.path("digest").asText();
        if (!Digest.isDigest(digest)) {
            throw new ImageFailure(
                    ImageCode.CONTENT_BROKEN,
                    "a manifest names the content `" + digest + "`, which is no SHA-256 digest");
        }
        JsonNode size = json.path("size");
        if (!size.canConvertToLong() || size.longValue() < 0) {
            throw new ImageFailure(
                    ImageCode.CONTENT_BROKEN, "a manifest gives no size for " + digest);
        }
        return new Descriptor(
                json.path("mediaType").asText(), new Digest(digest), size.longValue());
    }

    ObjectNode toJson() {
        return Json.object()
                .put("mediaType", mediaType)
                .put("digest", digest.text())
                .put("size", size);
    }
}
