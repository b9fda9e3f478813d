package dev.brayer.policy.value;

import dev.brayer.document.Document;

/// An object that a rule sees: the judged one, its previous version, or another one of the run. Two
/// subjects are the same only when they are one Java object.
public final class Subject {
    private final Document document;
    private final boolean before;
    private final Site root;

    /// @param before whether this is a previous version
    public Subject(Document document, boolean before) {
        this.document = document;
        this.before = before;
        this.root = Site.root(this);
    }

    public Document document() {
        return document;
    }

    public boolean isBefore() {
        return before;
    }

    public Site root() {
        return root;
    }
}
