package dev.brayer.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// Reads and writes the JSON of manifests, configurations and indexes.
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder().maxNestingDepth(100).build())
                            .build());

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// An object; anything else is broken content, said with the words of `what`.
    static ObjectNode read(byte[] bytes, String what) throws ImageFailure {
        try {
            JsonNode read = MAPPER.readTree(bytes);
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw new ImageFailure(ImageCode.CONTENT_BROKEN, what + " is not a JSON object");
        } catch (IOException exception) {
            if (exception instanceof ImageFailure failure) {
                throw failure;
            }
            throw ImageFailure.because(
                    ImageCode.CONTENT_BROKEN, what + " is not valid JSON", null, exception);
        }
    }

    /// Without spaces, fields in the order in which they were added: the same tree gives the same
    /// bytes.
    static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a tree of JSON that cannot be written", exception);
        }
    }
}
