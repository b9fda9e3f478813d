package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.ImageBuilder;
import dev.brayer.pipeline.image.ImageStore;
import dev.brayer.pipeline.image.Images;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.pipeline.model.ImageDeclaration;
import dev.brayer.pipeline.model.Sha256;
import dev.brayer.text.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Images in memory: the digest is made of the name and of [#version].
final class FakeImages implements Images, ImageStore, ImageBuilder {
    /// `name:tag`, sorted, and so by time.
    final Map<String, Digest> tags = new TreeMap<>();

    final Set<Digest> contents = new HashSet<>();
    String version = "1";

    @Override
    public ImageStore store() {
        return this;
    }

    @Override
    public ImageBuilder builder() {
        return this;
    }

    @Override
    public List<Diagnostic> check() {
        return List.of();
    }

    @Override
    public synchronized Attempt<PreparedImage> prepare(
            ImageDeclaration declaration, Progress progress, Cancellation cancellation) {
        Digest digest = new Digest("sha256:" + Sha256.of(declaration.name() + version));
        progress.line("one layer");
        return Attempt.of(new PreparedImage(declaration.name(), digest, contents.add(digest)));
    }

    @Override
    public String repository(String image) {
        return "localhost/shop/" + image;
    }

    @Override
    public boolean isReachableFromClusters() {
        return false;
    }

    @Override
    public synchronized Attempt<Optional<PublishedImage>> latest(String image) {
        PublishedImage latest = null;
        for (Map.Entry<String, Digest> entry : tags.entrySet()) {
            if (entry.getKey().startsWith(image + ":")) {
                String tag = entry.getKey().substring(image.length() + 1);
                latest = new PublishedImage(image, repository(image), tag, entry.getValue());
            }
        }
        return Attempt.of(Optional.ofNullable(latest));
    }

    @Override
    public synchronized Attempt<Optional<String>> firstTag(String image, Digest digest) {
        for (Map.Entry<String, Digest> entry : tags.entrySet()) {
            if (entry.getKey().startsWith(image + ":") && entry.getValue().equals(digest)) {
                return Attempt.of(Optional.of(entry.getKey().substring(image.length() + 1)));
            }
        }
        return Attempt.of(Optional.empty());
    }

    @Override
    public synchronized Attempt<Optional<Digest>> tagged(String image, String tag) {
        return Attempt.of(Optional.ofNullable(tags.get(image + ":" + tag)));
    }

    @Override
    public synchronized Attempt<Boolean> holds(String image, Digest digest) {
        return Attempt.of(contents.contains(digest));
    }

    @Override
    public synchronized Attempt<Done> publish(
            List<PreparedImage> images, String tag, Cancellation cancellation) {
        for (PreparedImage image : images) {
            tags.put(image.name() + ":" + tag, image.digest());
        }
        return Attempt.of(Done.DONE);
    }
}
