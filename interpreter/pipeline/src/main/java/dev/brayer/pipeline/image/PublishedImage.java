package dev.brayer.pipeline.image;

/// An image that a run gave a tag.
///
/// @param name its name in `images:`
/// @param repository how manifests name it, see [ImageStore#repository]
/// @param tag the tag of the run that first published the digest
public record PublishedImage(String name, String repository, String tag, Digest digest) {
    /// `repository:tag@sha256:…`, as it is rendered.
    public String reference() {
        return repository + ":" + tag + "@" + digest;
    }
}
