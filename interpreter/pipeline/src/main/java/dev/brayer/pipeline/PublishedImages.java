package dev.brayer.pipeline;

import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.PublishedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The images that runs on this machine published last, by name: `.brayer/published`.
///
/// `check`, `render` and `diff` show images by it, without asking a registry. It is a memory, never
/// the truth: a run asks the registry.
final class PublishedImages {
    private static final String HEAD = "brayer published 1 ";

    private final List<PublishedImage> images;

    private PublishedImages(List<PublishedImage> images) {
        this.images = images;
    }

    /// What is remembered for a registry; nothing for another one, or from a file that is not
    /// whole.
    static PublishedImages read(StateFolder state, String registry) {
        List<PublishedImage> images = new ArrayList<>();
        Path file = state.published();
        try {
            if (!Files.isRegularFile(file)) {
                return new PublishedImages(images);
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(HEAD + registry)) {
                return new PublishedImages(images);
            }
            for (String line : lines.subList(1, lines.size())) {
                String[] parts = line.split(" ", -1);
                if (parts.length == 4 && Digest.isDigest(parts[3])) {
                    images.add(
                            new PublishedImage(parts[0], parts[1], parts[2], new Digest(parts[3])));
                }
            }
        } catch (IOException forgotten) {
            images.clear();
        }
        return new PublishedImages(images);
    }

    @Nullable PublishedImage image(String name) {
        for (PublishedImage image : images) {
            if (image.name().equals(name)) {
                return image;
            }
        }
        return null;
    }

    static void write(StateFolder state, String registry, List<PublishedImage> images)
            throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append(registry).append('\n');
        for (PublishedImage image : images) {
            text.append(image.name())
                    .append(' ')
                    .append(image.repository())
                    .append(' ')
                    .append(image.tag())
                    .append(' ')
                    .append(image.digest().text())
                    .append('\n');
        }
        state.write(state.published(), text.toString());
    }
}
