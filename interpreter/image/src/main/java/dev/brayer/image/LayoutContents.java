package dev.brayer.image;

import dev.brayer.pipeline.image.Digest;
import dev.brayer.text.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The images of an OCI layout folder.
final class LayoutContents implements Contents {
    private final Layout layout;

    LayoutContents(Layout layout) {
        this.layout = layout;
    }

    /// @param qualifier a reference name or a digest; empty for the only image of the layout
    @Override
    public Manifest manifest(String qualifier) throws IOException {
        if (Digest.isDigest(qualifier)) {
            return read(new Digest(qualifier), "");
        }
        Descriptor found = require(qualifier);
        return read(found.digest(), found.mediaType());
    }

    /// The entry of index.json that a reference name means.
    Descriptor require(String qualifier) throws IOException {
        if (!layout.exists()) {
            throw new ImageFailure(
                    ImageCode.LAYOUT_IMAGE_MISSING,
                    "`" + layout.shownName() + "` is not a folder with the OCI image layout",
                    "it would hold a file oci-layout; the path is relative to the project's root");
        }
        List<Layout.Named> all = layout.named();
        List<String> names = new ArrayList<>();
        for (Layout.Named image : all) {
            names.add(image.name());
            if (image.name().equals(qualifier)
                    || image.image().digest().text().equals(qualifier)
                    || (qualifier.isEmpty() && all.size() == 1)) {
                return image.image();
            }
        }
        throw new ImageFailure(
                ImageCode.LAYOUT_IMAGE_MISSING,
                qualifier.isEmpty()
                        ? "`"
                                + layout.shownName()
                                + "` holds "
                                + all.size()
                                + " images, and none is named"
                        : "`" + layout.shownName() + "` holds no image named `" + qualifier + "`",
                hint(qualifier, names));
    }

    private static @Nullable String hint(String qualifier, List<String> names) {
        String near = Suggestions.didYouMean(qualifier, names);
        if (near != null || names.isEmpty()) {
            return near;
        }
        return "it holds " + String.join(", ", names.subList(0, Math.min(names.size(), 10)));
    }

    private Manifest read(Digest digest, String mediaType) throws IOException {
        byte[] bytes;
        try (InputStream content = Files.newInputStream(layout.blobFile(digest))) {
            bytes = content.readNBytes(Manifest.LARGEST + 1);
        } catch (NoSuchFileException missing) {
            throw ImageFailure.because(
                    ImageCode.CONTENT_BROKEN,
                    "`" + layout.shownName() + "` does not hold " + digest,
                    null,
                    missing);
        }
        if (bytes.length > Manifest.LARGEST || !Hashing.of(bytes).equals(digest)) {
            throw new ImageFailure(
                    ImageCode.CONTENT_BROKEN,
                    "the file of " + digest + " in `" + layout.shownName() + "` is another");
        }
        return Manifest.of(mediaType, bytes);
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        Path file = layout.blobFile(blob.digest());
        try {
            return new VerifiedStream(Files.newInputStream(file), blob);
        } catch (NoSuchFileException missing) {
            throw ImageFailure.because(
                    ImageCode.CONTENT_BROKEN,
                    "`" + layout.shownName() + "` does not hold " + blob.digest(),
                    null,
                    missing);
        }
    }

    @Override
    public boolean holdsBlob(Descriptor blob) throws IOException {
        return layout.holds(blob);
    }

    @Override
    public boolean holdsManifest(Digest digest) {
        return Files.isRegularFile(layout.blobFile(digest));
    }

    @Override
    public void addBlob(Descriptor blob, BlobSource source) throws IOException {
        layout.addBlob(blob, source);
    }

    @Override
    public void addManifest(Manifest manifest) throws IOException {
        byte[] bytes = manifest.bytes();
        layout.addBlob(manifest.descriptor(), () -> new java.io.ByteArrayInputStream(bytes));
    }

    @Override
    public boolean mount(Descriptor blob, Contents from) {
        return false;
    }
}
