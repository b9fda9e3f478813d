package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brayer.pipeline.model.ImagePlatform;
import dev.brayer.pipeline.model.ImageProcess;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The configuration of an image: the base image's with what the declaration adds. Unknown fields
/// stay.
final class Configuration {
    /// The moment of building would make every build another image.
    private static final String TIME = "1970-01-01T00:00:00Z";

    private Configuration() {}

    static ObjectNode of(
            @Nullable ObjectNode base,
            ImagePlatform platform,
            ImageProcess process,
            List<Layer> layers) {
        ObjectNode image = base == null ? fromNothing(platform) : base.deepCopy();
        image.put("created", TIME);
        apply(process, image.withObjectProperty("config"));
        ObjectNode files = image.withObjectProperty("rootfs");
        ArrayNode contents = files.withArrayProperty("diff_ids");
        int before = contents.size();
        for (Layer layer : layers) {
            contents.add(layer.content().text());
        }
        addHistory(image, before, layers);
        return image;
    }

    private static ObjectNode fromNothing(ImagePlatform platform) {
        ObjectNode image =
                Json.object()
                        .put("architecture", platform.architecture())
                        .put("os", platform.system());
        if (platform.variant() != null) {
            image.put("variant", platform.variant());
        }
        image.put("created", TIME);
        image.putObject("config");
        image.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        image.putArray("history");
        return image;
    }

    private static void apply(ImageProcess process, ObjectNode config) {
        if (process.user() != null) {
            config.put("User", process.user());
        }
        for (String port : process.ports()) {
            config.withObjectProperty("ExposedPorts")
                    .putObject(port.contains("/") ? port : port + "/tcp");
        }
        if (!process.environment().isEmpty()) {
            config.set("Env", environment(config.path("Env"), process.environment()));
        }
        if (process.entrypoint() != null) {
            config.set("Entrypoint", array(process.entrypoint()));
            config.remove("Cmd"); // the base image's arguments were meant for its own command
        }
        if (process.arguments() != null) {
            config.set("Cmd", array(process.arguments()));
        }
        if (process.folder() != null) {
            config.put("WorkingDir", process.folder());
        }
        for (Map.Entry<String, String> label : process.labels().entrySet()) {
            config.withObjectProperty("Labels").put(label.getKey(), label.getValue());
        }
    }

    /// The base image's, with new values in the old places, then what is new.
    private static ArrayNode environment(JsonNode base, Map<String, String> added) {
        ArrayNode all = Json.array();
        java.util.Set<String> placed = new java.util.HashSet<>();
        for (JsonNode variable : base) {
            String text = variable.asText();
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            String value = added.get(name);
            all.add(value == null ? text : name + "=" + value);
            placed.add(name);
        }
        for (Map.Entry<String, String> variable : added.entrySet()) {
            if (placed.add(variable.getKey())) {
                all.add(variable.getKey() + "=" + variable.getValue());
            }
        }
        return all;
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }

    /// A history has an entry for each layer, or is left out: one that does not fit is worse than
    /// none.
    private static void addHistory(ObjectNode image, int layersBefore, List<Layer> layers) {
        int known = 0;
        for (JsonNode step : image.path("history")) {
            known += step.path("empty_layer").asBoolean() ? 0 : 1;
        }
        if (known != layersBefore) {
            image.remove("history");
            return;
        }
        ArrayNode history = image.withArrayProperty("history");
        for (Layer layer : layers) {
            history.addObject()
                    .put("created", TIME)
                    .put("created_by", "brayer: " + layer.history());
        }
    }
}
