package dev.brayer.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brayer.pipeline.model.ImagePlatform;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The image that another one is built on, for one platform.
///
/// @param contents where its layers lie
/// @param manifest of this platform
/// @param configuration of this platform
record BaseImage(Contents contents, Manifest manifest, ObjectNode configuration) {
    private static final int LARGEST_CONFIGURATION = 8 << 20;

    static BaseImage of(Located located, Manifest whole, ImagePlatform platform)
            throws IOException, InterruptedException {
        Manifest manifest = whole;
        if (whole.isIndex()) {
            manifest =
                    located.contents()
                            .manifest(choose(whole, platform, located.shown()).digest().text());
        }
        Descriptor config = manifest.config();
        byte[] bytes;
        try (InputStream content = located.contents().blob(config)) {
            bytes = content.readNBytes(LARGEST_CONFIGURATION);
            if (content.read() >= 0) {
                throw new ImageFailure(
                        ImageCode.CONTENT_BROKEN,
                        "the configuration of `" + located.shown() + "` is too large");
            }
        }
        ObjectNode configuration =
                Json.read(bytes, "the configuration of `" + located.shown() + "`");
        if (!fits(configuration, platform)) {
            throw missing(located.shown(), platform, List.of(shown(configuration)));
        }
        return new BaseImage(located.contents(), manifest, configuration);
    }

    private static Descriptor choose(Manifest index, ImagePlatform platform, String name)
            throws ImageFailure {
        List<String> known = new ArrayList<>();
        for (JsonNode entry : index.entries()) {
            JsonNode own = entry.path("platform");
            if (fits(own, platform)) {
                return Descriptor.of(entry);
            }
            if (!own.path("os")
                    .asText()
                    .equals("unknown")) { // attestations stand beside the images
                known.add(shown(own));
            }
        }
        throw missing(name, platform, known);
    }

    private static boolean fits(JsonNode own, ImagePlatform platform) {
        String variant = own.path("variant").asText();
        // arm64 has one variant that everybody means, written or not.
        boolean variantFits =
                platform.variant() == null
                        || variant.isEmpty()
                        || variant.equals(platform.variant());
        return own.path("os").asText().equals(platform.system())
                && own.path("architecture").asText().equals(platform.architecture())
                && variantFits;
    }

    private static String shown(JsonNode own) {
        String variant = own.path("variant").asText();
        return own.path("os").asText()
                + "/"
                + own.path("architecture").asText()
                + (variant.isEmpty() ? "" : "/" + variant);
    }

    private static ImageFailure missing(String name, ImagePlatform platform, List<String> known) {
        @Nullable String hint =
                known.isEmpty() ? null : "it is there for " + String.join(", ", known);
        return new ImageFailure(
                ImageCode.PLATFORM_MISSING,
                "the base image `" + name + "` is not there for " + platform,
                hint);
    }
}
