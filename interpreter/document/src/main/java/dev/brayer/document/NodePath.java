package dev.brayer.document;

import org.jspecify.annotations.Nullable;

/// The way from a document's root to a node: names and indexes. Its text is made when it is asked
/// for.
public final class NodePath {
    /// The root itself: `$`.
    public static final NodePath ROOT = new NodePath(null, null, -1);

    private final @Nullable NodePath parent;
    private final @Nullable String name;
    private final int index;

    private NodePath(@Nullable NodePath parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    public NodePath child(String childName) {
        return new NodePath(this, childName, -1);
    }

    public NodePath child(int childIndex) {
        return new NodePath(this, null, childIndex);
    }

    /// This path continued by another one that starts at its end.
    public NodePath then(NodePath rest) {
        if (rest.parent == null) {
            return this;
        }
        NodePath before = then(rest.parent);
        return rest.name == null ? before.child(rest.index) : before.child(rest.name);
    }

    public boolean isRoot() {
        return parent == null;
    }

    /// The path without its last step, `null` for the root.
    public @Nullable NodePath parent() {
        return parent;
    }

    /// The last step if it is a name.
    public @Nullable String name() {
        return name;
    }

    /// The last step if it is an index, else -1.
    public int index() {
        return index;
    }

    /// The node at this path, or `null` when there is none.
    public @Nullable Node resolve(Node root) {
        if (parent == null) {
            return root;
        }
        Node before = parent.resolve(root);
        if (name != null) {
            return before instanceof MapNode map ? map.get(name) : null;
        }
        return before instanceof ListNode list && index < list.size() ? list.get(index) : null;
    }

    /// The normalized path of RFC 9535: `$['spec']['ports'][0]`.
    public String normalized() {
        StringBuilder text = new StringBuilder();
        appendNormalized(text);
        return text.toString();
    }

    private void appendNormalized(StringBuilder text) {
        if (parent == null) {
            text.append('$');
            return;
        }
        parent.appendNormalized(text);
        appendStep(text);
    }

    private void appendStep(StringBuilder text) {
        if (name == null) {
            text.append('[').append(index).append(']');
        } else {
            text.append("['");
            appendEscaped(name, text);
            text.append("']");
        }
    }

    private static void appendEscaped(String name, StringBuilder text) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            switch (character) {
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (character < ' ') {
                        text.append("\\u00").append(character < 0x10 ? '0' : '1');
                        text.append(Character.forDigit(character & 0xF, 16));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
    }

    /// The same, shortened to dots where a name allows it, as reports show it: `$.spec.ports[0]`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        appendShort(text);
        return text.toString();
    }

    private void appendShort(StringBuilder text) {
        if (parent == null) {
            text.append('$');
            return;
        }
        parent.appendShort(text);
        if (name != null && isShorthand(name)) {
            text.append('.').append(name);
        } else {
            appendStep(text);
        }
    }

    /// Whether RFC 9535 allows the name after a dot.
    private static boolean isShorthand(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean letter =
                    (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z')
                            || character == '_'
                            || character >= 0x80;
            if (!letter && (at == 0 || character < '0' || character > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodePath path && normalized().equals(path.normalized());
    }

    @Override
    public int hashCode() {
        return normalized().hashCode();
    }
}
