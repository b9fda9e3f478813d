package dev.brayer.document;

import dev.brayer.text.Source;
import dev.brayer.text.Span;

/// One document of a file, or one item of a Kubernetes `List` in it.
///
/// @param index which document of the file, from 0; empty ones and broken ones count too
/// @param location the path of `root` in that document: `$`, or `$.items[3]` in a `List`
/// @param root mostly a map; anything else is no Kubernetes object, which the caller has to say
/// @param span the document in the file, from its `---` (for the first from the file's start) up to
///   the next one
public record Document(Source source, int index, NodePath location, Node root, Span span) {

    /// Which Kubernetes object this is; all fields are absent in a document that is none.
    public ResourceIdentity identity() {
        return ResourceIdentity.of(root);
    }

    /// The same document where more documents stand before it in the file.
    public Document after(int documents) {
        return new Document(source, index + documents, location, root, span);
    }
}
