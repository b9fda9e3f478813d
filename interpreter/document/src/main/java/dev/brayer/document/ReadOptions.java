package dev.brayer.document;

/// How a file is read.
///
/// @param unwrapLists whether the items of a Kubernetes `List` become documents of their own
/// @param emptyAllowed whether a file without a document is fine
/// @param holes whether this is a stencil in which words stand for values that are not known yet: a
///   `<<` may then have a scalar value and is left out of the entries in effect
public record ReadOptions(Limits limits, boolean unwrapLists, boolean emptyAllowed, boolean holes) {
    /// Manifests.
    public static final ReadOptions MANIFESTS = new ReadOptions(Limits.DEFAULT, true, false, false);

    /// A stencil before its words are filled in.
    public static final ReadOptions STENCIL = new ReadOptions(Limits.DEFAULT, false, true, true);

    /// One of the project's own files, or any other YAML.
    public static final ReadOptions PLAIN = new ReadOptions(Limits.DEFAULT, false, false, false);

    public ReadOptions withLimits(Limits newLimits) {
        return new ReadOptions(newLimits, unwrapLists, emptyAllowed, holes);
    }

    public ReadOptions withEmptyAllowed(boolean allowed) {
        return new ReadOptions(limits, unwrapLists, allowed, holes);
    }
}
