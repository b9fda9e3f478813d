package dev.brayer.image;

import dev.brayer.pipeline.image.Digest;
import java.io.IOException;
import java.io.InputStream;

/// Where the content of images lies: one repository of a registry, or an OCI layout folder.
sealed interface Contents permits LayoutContents, RegistryContents {
    /// The manifest or index of a tag, a reference name or a digest; a failure when there is none.
    Manifest manifest(String qualifier) throws IOException, InterruptedException;

    /// The content of a blob, verified while it is read.
    InputStream blob(Descriptor blob) throws IOException, InterruptedException;

    boolean holdsBlob(Descriptor blob) throws IOException, InterruptedException;

    boolean holdsManifest(Digest digest) throws IOException, InterruptedException;

    /// Stores a blob under its digest; one that is there already stays.
    void addBlob(Descriptor blob, BlobSource source) throws IOException, InterruptedException;

    /// Stores a manifest under its digest, without a tag, after everything it names.
    void addManifest(Manifest manifest) throws IOException, InterruptedException;

    /// Takes a blob over from another place without moving its bytes, where both are one registry.
    boolean mount(Descriptor blob, Contents from) throws IOException, InterruptedException;
}
