package dev.brayer.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.DeployTag;
import dev.brayer.pipeline.model.Done;
import dev.brayer.text.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The images of a project in a registry: `REGISTRY/APPLICATION/NAME:TAG`.
final class RegistryStore implements ContentStore {
    /// A registry tells the digest of one tag at a time. An image that was published more often
    /// than this since its content last changed is rendered with the oldest tag that is looked at.
    private static final int MOST_TAGS = 200;

    private static final int AT_ONCE = 8;

    private final String prefix;
    private final Place place;
    private final Located.RegistryClients clients;
    private final TimeLimits limits;

    /// A deployment tag is given once and stays, so asking once is enough.
    private final ConcurrentHashMap<String, Digest> digests = new ConcurrentHashMap<>();

    RegistryStore(
            String registry,
            String application,
            Place place,
            Located.RegistryClients clients,
            TimeLimits limits) {
        String trimmed =
                registry.endsWith("/") ? registry.substring(0, registry.length() - 1) : registry;
        this.prefix = trimmed + "/" + application + "/";
        this.place = place;
        this.clients = clients;
        this.limits = limits;
    }

    @Override
    public String repository(String image) {
        return prefix + image;
    }

    @Override
    public boolean isReachableFromClusters() {
        return true;
    }

    @Override
    public RegistryContents contents(String image) throws ImageFailure {
        String whole = repository(image);
        int slash = whole.indexOf('/');
        String host = whole.substring(0, slash);
        String path = whole.substring(slash + 1);
        boolean isHost =
                host.indexOf('.') >= 0 || host.indexOf(':') >= 0 || host.equals("localhost");
        if (!isHost) {
            throw new ImageFailure(
                            ImageCode.BAD_REFERENCE,
                            "`" + host + "` is no address of a registry",
                            "write a host, such as `registry.example.com` or `docker.io/"
                                    + host
                                    + "`, or `oci:folder` for a folder")
                    .at(place);
        }
        return new RegistryContents(clients.of(host), path, true, limits);
    }

    @Override
    public Attempt<Optional<PublishedImage>> latest(String image) {
        return Attempts.of(
                place,
                () -> {
                    List<String> tags = deploymentTags(image);
                    for (String tag : tags.reversed()) {
                        Digest digest = digestOf(image, tag);
                        if (digest != null) {
                            String first = first(image, digest, tags);
                            return Optional.of(
                                    new PublishedImage(
                                            image,
                                            repository(image),
                                            first == null ? tag : first,
                                            digest));
                        }
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Attempt<Optional<String>> firstTag(String image, Digest digest) {
        return Attempts.of(
                place,
                () -> {
                    // Content that is not there has no tags; most new images are answered with this
                    // one question.
                    if (!contents(image).holdsManifest(digest)) {
                        return Optional.empty();
                    }
                    return Optional.ofNullable(first(image, digest, deploymentTags(image)));
                });
    }

    @Override
    public Attempt<Optional<Digest>> tagged(String image, String tag) {
        return Attempts.of(place, () -> Optional.ofNullable(digestOf(image, tag)));
    }

    private @Nullable String first(String image, Digest digest, List<String> tags)
            throws IOException, InterruptedException {
        for (int from = 0; from < tags.size(); from += AT_ONCE) {
            List<String> batch = tags.subList(from, Math.min(tags.size(), from + AT_ONCE));
            learn(image, batch);
            for (String tag : batch) {
                if (digest.equals(digests.get(image + ":" + tag))) {
                    return tag;
                }
            }
        }
        return null;
    }

    private void learn(String image, List<String> tags) throws IOException, InterruptedException {
        try (ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<@Nullable Digest>> answers = new ArrayList<>();
            for (String tag : tags) {
                answers.add(questions.submit(() -> digestOf(image, tag)));
            }
            for (Future<@Nullable Digest> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException exception) {
            throw exception.getCause() instanceof IOException cause
                    ? cause
                    : new IOException(exception.getCause());
        }
    }

    private @Nullable Digest digestOf(String image, String tag)
            throws IOException, InterruptedException {
        String key = image + ":" + tag;
        Digest known = digests.get(key);
        if (known == null) {
            known = contents(image).digestOf(tag).orElse(null);
            if (known != null) {
                digests.put(key, known);
            }
        }
        return known;
    }

    /// The newest ones, in the order of time.
    private List<String> deploymentTags(String image) throws IOException, InterruptedException {
        List<String> tags = new ArrayList<>();
        for (String tag : contents(image).tags()) {
            if (DeployTag.isDeployTag(tag)) {
                tags.add(tag);
            }
        }
        Collections.sort(tags);
        return tags.subList(Math.max(0, tags.size() - MOST_TAGS), tags.size());
    }

    @Override
    public Attempt<Boolean> holds(String image, Digest digest) {
        return Attempts.of(place, () -> Completeness.holds(contents(image), digest));
    }

    @Override
    public Attempt<Done> publish(
            List<PreparedImage> images, String tag, Cancellation cancellation) {
        return Attempts.of(
                place,
                cancellation,
                () -> {
                    Map<RegistryContents, Manifest> manifests = new LinkedHashMap<>();
                    for (PreparedImage image : images) {
                        RegistryContents contents = contents(image.name());
                        Completeness.require(contents, image);
                        manifests.put(contents, contents.manifest(image.digest().text()));
                    }
                    List<RegistryContents> tagged = new ArrayList<>();
                    try {
                        for (Map.Entry<RegistryContents, Manifest> entry : manifests.entrySet()) {
                            tagged.add(entry.getKey()); // before: a request that broke off may have
                            // arrived
                            entry.getKey().tag(tag, entry.getValue());
                        }
                    } catch (IOException | InterruptedException exception) {
                        throw takeBack(exception, tagged, tag);
                    }
                    return Done.DONE;
                });
    }

    /// Not every registry takes tags away; what stays is said.
    private static ImageFailure takeBack(
            Exception cause, List<RegistryContents> tagged, String tag) {
        Thread.interrupted(); // or no request would be sent
        List<String> left = new ArrayList<>();
        for (RegistryContents contents : tagged) {
            if (!takesBack(contents, tag)) {
                left.add(contents.name() + ":" + tag);
            }
        }
        ImageCode code = cause instanceof ImageFailure failure ? failure.code() : ImageCode.STOPPED;
        String sentence =
                cause instanceof ImageFailure failure
                        ? failure.sentence()
                        : "stopped while tagging";
        return ImageFailure.because(
                code,
                sentence,
                left.isEmpty()
                        ? null
                        : "the registry may have kept "
                                + String.join(", ", left)
                                + "; nothing uses them",
                cause);
    }

    private static boolean takesBack(RegistryContents contents, String tag) {
        try {
            return contents.untag(tag);
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
