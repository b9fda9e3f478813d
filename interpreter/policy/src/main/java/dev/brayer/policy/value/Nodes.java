package dev.brayer.policy.value;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.number.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reading nodes as values.
public final class Nodes {
    /// Numbers beyond are no settings of anything, and exact arithmetic with them could fill the
    /// memory.
    private static final int LARGEST_SCALE = 1_000;

    private Nodes() {}

    /// The value at a node.
    public static Value value(Site site) {
        return switch (site.node()) {
            case MapNode _ -> new Value.Tree(site);
            case ListNode list -> items(site, list);
            case ScalarNode scalar -> scalar(site, scalar);
        };
    }

    /// The field of a value that is a map, the field's absence, or what keeps the value from being
    /// one.
    public static Value field(Value receiver, String name) {
        return switch (receiver) {
            case Value.Tree(Site site) -> {
                Site field = site.field(name);
                if (field == null) {
                    Value.Unfilled key = unfilledKey(site);
                    yield key == null ? new Value.Missing(site, step("", name)) : key;
                }
                String word = field.unfilledName();
                yield word == null ? value(field) : new Value.Unfilled(word, field);
            }
            case Value.Missing(Site nearest, String absent) ->
                    new Value.Missing(nearest, step(absent, name));
            case Value.NoEntries(Trace.Nothing(Site nearest, String absent)) ->
                    new Value.Missing(nearest, step(absent, name));
            case Value.Open open -> Value.used(open);
            default -> new Value.Wrong("a map with the field `" + name + "`", receiver);
        };
    }

    /// The keys of a map, each at its own place.
    public static List<Value> keys(Site map) {
        List<Value> keys = new ArrayList<>();
        if (map.node() instanceof MapNode node) {
            for (Entry entry : node.entries()) {
                Site site = map.entry(entry).byKey();
                String word = site.unfilledName();
                keys.add(
                        word == null
                                ? new Value.Text(entry.name(), site)
                                : new Value.Unfilled(word, site));
            }
        }
        return keys;
    }

    /// The first key of a map that is a word without a value; it may be any key.
    private static Value.@Nullable Unfilled unfilledKey(Site map) {
        if (map.node().source().hasUnfilled() && map.node() instanceof MapNode node) {
            for (Entry entry : node.entries()) {
                Site site = map.entry(entry);
                String word = site.unfilledName();
                if (word != null) {
                    return new Value.Unfilled(word, site);
                }
            }
        }
        return null;
    }

    /// The first word without a value or secret in a value, however deep; null where all of it is
    /// known.
    public static Value.@Nullable Open unknown(Value value) {
        return switch (value) {
            case Value.Unfilled unfilled -> unfilled;
            case Value.Secret secret -> secret;
            case Value.Items(List<Value> elements, _) -> unknown(elements);
            case Value.Tree(Site site) -> {
                if (!site.node().source().hasUnfilled() && !site.node().source().hasSecret()) {
                    yield null;
                }
                Value.Unfilled key = unfilledKey(site);
                yield key == null ? unknown(values(site)) : key;
            }
            default -> null;
        };
    }

    private static Value.@Nullable Open unknown(List<Value> elements) {
        for (Value element : elements) {
            Value.Open found = unknown(element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// The values of a map.
    public static List<Value> values(Site map) {
        List<Value> values = new ArrayList<>();
        if (map.node() instanceof MapNode node) {
            for (Entry entry : node.entries()) {
                values.add(value(map.entry(entry)));
            }
        }
        return values;
    }

    static boolean same(Node left, Node right) {
        return dev.brayer.document.Values.equal(left, right);
    }

    /// A way of names that are not there, as it would be written.
    public static String step(String way, String name) {
        if (!isPlain(name)) {
            return way + "[\"" + name + "\"]";
        }
        return way.isEmpty() ? name : way + "." + name;
    }

    /// Every field that is missing comes by here, so the usual letters are told at a glance.
    private static boolean isPlain(String name) {
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            boolean letter =
                    (character >= 'a' && character <= 'z')
                            || (character >= 'A' && character <= 'Z');
            if (!letter
                    && !(index == 0
                            ? Character.isJavaIdentifierStart(character)
                            : Character.isJavaIdentifierPart(character))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static Value items(Site site, ListNode list) {
        List<Value> values = new ArrayList<>(list.size());
        for (int index = 0; index < list.size(); index++) {
            values.add(value(site.item(index, list.get(index))));
        }
        return new Value.Items(values, site);
    }

    private static Value scalar(Site site, ScalarNode scalar) {
        if (scalar.source().hasSecret()) {
            String word = scalar.place().secretWord();
            if (word != null) {
                return new Value.Secret(word, site);
            }
        }
        if (scalar.source().hasUnfilled()) {
            String word = scalar.place().unfilledWord();
            if (word != null) {
                return new Value.Unfilled(word, site);
            }
        }
        return switch (scalar.type()) {
            case NULL -> new Value.Missing(site, "");
            case BOOLEAN -> new Value.Bool(scalar.isTrue(), site);
            case STRING -> new Value.Text(scalar.text(), site);
            case NUMBER -> {
                Decimal number = scalar.number();
                boolean usual =
                        Math.abs(number.scale()) <= LARGEST_SCALE
                                && number.precision() <= LARGEST_SCALE;
                yield usual
                        ? new Value.Numeral(number, site)
                        : new Value.Wrong(
                                "a number of usual size", new Value.Text(scalar.text(), site));
            }
        };
    }
}
