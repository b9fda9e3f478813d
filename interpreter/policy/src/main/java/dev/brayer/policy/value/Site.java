package dev.brayer.policy.value;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.NodePath;
import dev.brayer.document.ScalarNode;
import dev.brayer.text.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A node together with the way that led to it: behind an alias one node has several paths.
public final class Site implements Trace {
    private final Subject subject;
    private final @Nullable Site parent;
    private final @Nullable String name;
    private final int index;
    private final Node node;
    private final boolean shownByKey;

    private Site(
            Subject subject, @Nullable Site parent, @Nullable String name, int index, Node node) {
        this(subject, parent, name, index, node, false);
    }

    private Site(
            Subject subject,
            @Nullable Site parent,
            @Nullable String name,
            int index,
            Node node,
            boolean shownByKey) {
        this.subject = subject;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
        this.shownByKey = shownByKey;
    }

    static Site root(Subject subject) {
        return new Site(subject, null, null, -1, subject.document().root());
    }

    public Subject subject() {
        return subject;
    }

    public Node node() {
        return node;
    }

    /// The last step of the way if it is a name.
    public @Nullable String name() {
        return name;
    }

    /// The field of a map; null where there is none, or this is no map.
    public @Nullable Site field(String field) {
        Node value = node instanceof MapNode map ? map.get(field) : null;
        return value == null ? null : new Site(subject, this, field, -1, value);
    }

    /// The word without a value in the name that is the last step of the way; null where the name
    /// is known.
    public @Nullable String unfilledName() {
        if (name == null || !node.source().hasUnfilled() || parent == null) {
            return null;
        }
        Entry entry = parent.node instanceof MapNode map ? map.entry(name) : null;
        return entry == null ? null : entry.key().place().unfilledWord();
    }

    /// The value of an entry of this map.
    Site entry(Entry entry) {
        return new Site(subject, this, entry.name(), -1, entry.value());
    }

    /// The same, shown by its key even where it is a scalar: the key is what is looked at.
    Site byKey() {
        return new Site(subject, parent, name, index, node, true);
    }

    /// The item of this list.
    Site item(int at, Node item) {
        return new Site(subject, this, null, at, item);
    }

    /// The node at the end of a path from here, as far as it exists.
    public Site deepest(NodePath path) {
        NodePath before = path.parent();
        if (before == null) {
            return this;
        }
        Site site = deepest(before);
        if (site.depth() - depth() < length(before)) {
            return site;
        }
        Site next = step(site, path);
        return next == null ? site : next;
    }

    /// Whether this is the same field of another version of the same object.
    public boolean isOtherVersionOf(Site other) {
        return subject != other.subject
                && subject.document().identity().equals(other.subject.document().identity())
                && isSameWay(other);
    }

    private boolean isSameWay(Site other) {
        Site one = this;
        Site two = other;
        while (one.parent != null && two.parent != null) {
            if (one.index != two.index || !Objects.equals(one.name, two.name)) {
                return false;
            }
            one = one.parent;
            two = two.parent;
        }
        return one.parent == null && two.parent == null;
    }

    /// How many steps lead here from the root.
    public int depth() {
        int depth = 0;
        for (Site site = parent; site != null; site = site.parent) {
            depth++;
        }
        return depth;
    }

    @Override
    public List<Site> sites() {
        return List.of(this);
    }

    /// The path in the document's file, an item of a `List` included.
    public NodePath path() {
        if (parent == null) {
            return subject.document().location();
        }
        NodePath before = parent.path();
        return name == null ? before.child(index) : before.child(name);
    }

    /// What is shown of the node: a scalar itself, a map or list by its key or its first entry.
    public Place place() {
        if (node instanceof ScalarNode && !shownByKey) {
            return node.place();
        }
        if (parent != null && name != null && parent.node instanceof MapNode map) {
            Entry entry = map.entry(name);
            if (entry != null) {
                return entry.key().place();
            }
        }
        return head();
    }

    /// The start of a map or list that has no key: its first key, with the value where that is a
    /// scalar of a list entry.
    private Place head() {
        if (node instanceof MapNode map && !map.isEmpty()) {
            Entry first = firstWritten(map);
            boolean sameLine =
                    first.value() instanceof ScalarNode scalar
                            && !scalar.style().isBlock()
                            && first.alias() == null
                            && scalar.source() == first.key().source()
                            && scalar.end() > first.key().end();
            if (parent != null && sameLine) {
                return node.source().place(first.key().start(), first.value().end());
            }
            return first.key().place();
        }
        int start = node.start();
        int end = Math.min(start + 1, node.source().text().length());
        return node.source().place(start, Math.max(start, end));
    }

    /// Merged entries stand elsewhere; the first that is written here shows where the map is.
    private static Entry firstWritten(MapNode map) {
        for (Entry entry : map.entries()) {
            if (entry.kind() == Entry.Kind.WRITTEN) {
                return entry;
            }
        }
        return map.entries().getFirst();
    }

    private static int length(NodePath path) {
        int length = 0;
        for (NodePath step = path.parent(); step != null; step = step.parent()) {
            length++;
        }
        return length;
    }

    private static @Nullable Site step(Site site, NodePath path) {
        String field = path.name();
        if (field != null) {
            return site.field(field);
        }
        int at = path.index();
        return site.node instanceof ListNode list && at >= 0 && at < list.size()
                ? site.item(at, list.get(at))
                : null;
    }

    /// Equal when the same way led to the same node.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Site site
                && subject == site.subject
                && node == site.node
                && index == site.index
                && shownByKey == site.shownByKey
                && Objects.equals(name, site.name)
                && Objects.equals(parent, site.parent);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(node);
    }
}
