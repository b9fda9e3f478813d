package dev.brayer.stencil.fill;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.stencil.Value;
import org.jspecify.annotations.Nullable;

/// Compares the tree that was meant with the one that was read from the rendered text.
public final class Comparison {
    private Comparison() {}

    /// The path of the first difference, or `null` when both are the same.
    public static @Nullable String difference(Value meant, Node read) {
        return difference(meant, read, "$");
    }

    private static @Nullable String difference(Value meant, Node read, String path) {
        if (meant instanceof Value.Fields map) {
            return read instanceof MapNode other ? maps(map, other, path) : path;
        }
        if (meant instanceof Value.Items list) {
            return read instanceof ListNode other ? lists(list, other, path) : path;
        }
        return read instanceof ScalarNode scalar && isSame(meant, scalar) ? null : path;
    }

    private static boolean isSame(Value meant, ScalarNode read) {
        ScalarType type = read.type();
        if (meant instanceof Value.Text text) {
            return type == ScalarType.STRING && read.text().equals(text.text());
        }
        if (meant instanceof Value.Secret secret) {
            return type == ScalarType.STRING && read.text().equals(secret.marker());
        }
        if (meant instanceof Value.Numeric number) {
            return type == ScalarType.NUMBER && read.text().equals(number.spelling());
        }
        return meant instanceof Value.Bool bool
                ? type == ScalarType.BOOLEAN && read.isTrue() == bool.value()
                : meant instanceof Value.Nothing && read.isNull();
    }

    private static @Nullable String maps(Value.Fields meant, MapNode read, String path) {
        if (meant.fields().size() != read.size()) {
            return path;
        }
        for (int index = 0; index < read.size(); index++) {
            Entry entry = read.entries().get(index);
            Value.Field field = meant.fields().get(index);
            Value value =
                    field.key().equals(entry.name()) ? field.value() : meant.get(entry.name());
            String below = path + "." + entry.name();
            if (value == null) {
                return below;
            }
            String difference = difference(value, entry.value(), below);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String lists(Value.Items meant, ListNode read, String path) {
        if (meant.items().size() != read.size()) {
            return path;
        }
        for (int index = 0; index < read.size(); index++) {
            String difference =
                    difference(meant.items().get(index), read.get(index), path + "[" + index + "]");
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }
}
