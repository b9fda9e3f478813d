package dev.brayer.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.PreparedImage;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import dev.brayer.text.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The images of a project in an OCI layout folder, each under its whole name:
/// `localhost/shop/web:TAG`.
final class LayoutStore implements ContentStore {
    private final Layout layout;
    private final LayoutContents contents;
    private final String prefix;
    private final Place place;

    LayoutStore(Layout layout, String application, Place place) {
        this.layout = layout;
        this.contents = new LayoutContents(layout);
        this.prefix = "localhost/" + application + "/";
        this.place = place;
    }

    @Override
    public String repository(String image) {
        return prefix + image;
    }

    @Override
    public boolean isReachableFromClusters() {
        return false;
    }

    @Override
    public Contents contents(String image) throws IOException {
        layout.prepare();
        return contents;
    }

    @Override
    public Attempt<Optional<PublishedImage>> latest(String image) {
        return Attempts.of(
                place,
                () -> {
                    List<Layout.Named> published = published(image);
                    Layout.Named last = null;
                    for (Layout.Named entry : published) {
                        last =
                                last == null || entry.name().compareTo(last.name()) > 0
                                        ? entry
                                        : last;
                    }
                    if (last == null) {
                        return Optional.empty();
                    }
                    Digest digest = last.image().digest();
                    String first = first(published, image, digest);
                    return Optional.of(
                            new PublishedImage(
                                    image,
                                    repository(image),
                                    first == null ? tag(last, image) : first,
                                    digest));
                });
    }

    @Override
    public Attempt<Optional<String>> firstTag(String image, Digest digest) {
        return Attempts.of(
                place, () -> Optional.ofNullable(first(published(image), image, digest)));
    }

    @Override
    public Attempt<Optional<Digest>> tagged(String image, String tag) {
        return Attempts.of(
                place,
                () -> {
                    for (Layout.Named entry : published(image)) {
                        if (tag(entry, image).equals(tag)) {
                            return Optional.of(entry.image().digest());
                        }
                    }
                    return Optional.empty();
                });
    }

    /// Tags sort by time.
    private @Nullable String first(List<Layout.Named> published, String image, Digest digest) {
        String first = null;
        for (Layout.Named entry : published) {
            String tag = tag(entry, image);
            if (entry.image().digest().equals(digest)
                    && (first == null || tag.compareTo(first) < 0)) {
                first = tag;
            }
        }
        return first;
    }

    private List<Layout.Named> published(String image) throws IOException {
        List<Layout.Named> published = new ArrayList<>();
        for (Layout.Named entry : layout.named()) {
            if (entry.name().startsWith(repository(image) + ":")) {
                published.add(entry);
            }
        }
        return published;
    }

    private String tag(Layout.Named entry, String image) {
        return entry.name().substring(repository(image).length() + 1);
    }

    @Override
    public Attempt<Boolean> holds(String image, Digest digest) {
        return Attempts.of(place, () -> Completeness.holds(contents, digest));
    }

    @Override
    public Attempt<Done> publish(
            List<PreparedImage> images, String tag, Cancellation cancellation) {
        return Attempts.of(
                place,
                cancellation,
                () -> {
                    layout.prepare();
                    List<Layout.Named> named = new ArrayList<>();
                    for (PreparedImage image : images) {
                        Completeness.require(contents, image);
                        Descriptor descriptor =
                                contents.manifest(image.digest().text()).descriptor();
                        named.add(
                                new Layout.Named(repository(image.name()) + ":" + tag, descriptor));
                    }
                    layout.name(named);
                    return Done.DONE;
                });
    }
}
