package dev.brayer.pipeline.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.Done;
import java.util.List;
import java.util.Optional;

/// Where the images of a project lie: an OCI layout folder or a registry.
///
/// An image belongs to a name of `images:` in `pipeline.yml`. Tags are deployment tags only;
/// [ImageBuilder] stores content by digest, and nothing has a tag until [#publish] gives it to all
/// images of a run.
public interface ImageStore {
    /// How manifests name the image, without tag and digest: `localhost/shop/web`,
    /// `registry.example.com/shop/web`.
    String repository(String image);

    /// Whether a cluster could pull from here; not so for a folder.
    boolean isReachableFromClusters();

    /// The image that was published last under this name, with the tag that *first* published its
    /// digest; empty when none was.
    Attempt<Optional<PublishedImage>> latest(String image);

    /// The tag of the run that first published this digest under this name; empty when none did.
    Attempt<Optional<String>> firstTag(String image, Digest digest);

    /// The content that has this tag under this name; empty when nothing has.
    Attempt<Optional<Digest>> tagged(String image, String tag);

    /// Whether the content is here, complete, whatever its tags.
    Attempt<Boolean> holds(String image, Digest digest);

    /// Gives every image the tag. All content is checked to be here before the first tag is
    /// written, and a failure leaves no tag of this call behind where the store can take it back.
    Attempt<Done> publish(List<PreparedImage> images, String tag, Cancellation cancellation);
}
