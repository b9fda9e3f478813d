package dev.brayer.document;

import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import org.jspecify.annotations.Nullable;

/// A value in a document, with the place where it is written.
///
/// Two nodes are equal only when they are the same object: an alias leads to the very node that its
/// anchor marks, so a node may be reached on several paths. [Values#equal] compares contents.
public abstract sealed class Node permits MapNode, ListNode, ScalarNode {
    private final Source source;
    private final int start;
    private final int end;
    private final @Nullable Properties properties;

    /// The anchor and the tag before a value; most values have neither.
    record Properties(int start, @Nullable String anchor, @Nullable String tag) {}

    Node(Source source, int start, int end, @Nullable Properties properties) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.properties = properties;
    }

    public final Source source() {
        return source;
    }

    /// The first offset of the value itself, after its anchor and tag; that of the first key in a
    /// block map, of the first `-` in a block list.
    public final int start() {
        return start;
    }

    /// The offset after the value: after the last entry of a block map or list, after the bracket
    /// in flow style, after the last line with content (its line end excluded) in a block scalar.
    public final int end() {
        return end;
    }

    public final Span span() {
        return new Span(start, end);
    }

    public final Place place() {
        return source.place(start, end);
    }

    /// From the anchor or tag, if there is one, to the end.
    public final Span spanWithProperties() {
        return new Span(properties == null ? start : properties.start(), end);
    }

    /// The name after `&`, if this value is marked.
    public final @Nullable String anchor() {
        return properties == null ? null : properties.anchor();
    }

    /// The tag in full, such as `tag:yaml.org,2002:str`, if one is written.
    public final @Nullable String tag() {
        return properties == null ? null : properties.tag();
    }

    /// Whether this is a value of JSON style: a map in braces, a list in brackets, a quoted scalar.
    public abstract boolean isFlow();

    /// What it is, with an article: "a map", "a list", "a string" …
    public abstract String kindInWords();
}
