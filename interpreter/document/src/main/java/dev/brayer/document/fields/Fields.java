package dev.brayer.document.fields;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A map of a project file, read key by key.
///
/// Each accessor says what a key takes; a value that does not fit becomes a diagnostic at its place
/// and reads as absent. An explicit null is absent too. When all keys are read, [#rejectUnknown]
/// complains about the rest, with the keys that were asked for as suggestions:
///
/// ```java
/// Fields fields = Fields.of(root, "a pipeline", diagnostics);
/// String application = fields.requiredString("application");
/// List<String> policies = fields.strings("policies");
/// fields.rejectUnknown();
/// ```
///
/// The file is long because it is a whole vocabulary: one accessor for each type that a key takes.
public final class Fields {
    private final MapNode map;
    private final String what;
    private final Diagnostics diagnostics;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(MapNode map, String what, Diagnostics diagnostics) {
        this.map = map;
        this.what = what;
        this.diagnostics = diagnostics;
    }

    /// The fields of a map.
    ///
    /// @param what what the map is, with an article, as messages name it: "a pipeline", "a stage"
    public static Fields of(MapNode map, String what, Diagnostics diagnostics) {
        return new Fields(map, what, diagnostics);
    }

    /// The fields of a node that should be a map; `null` after a complaint that it is none.
    public static @Nullable Fields of(Node node, String what, Diagnostics diagnostics) {
        if (node instanceof MapNode map) {
            return new Fields(map, what, diagnostics);
        }
        diagnostics.add(typeError(node, what + " is a map"));
        return null;
    }

    public MapNode map() {
        return map;
    }

    /// Where the map stands.
    public Place place() {
        return map.place();
    }

    /// The place of a key's value, else of the map's first key: where to complain about it.
    public Place placeOf(String key) {
        Entry entry = map.entry(key);
        return entry == null ? headPlace() : entry.valuePlace();
    }

    private Place headPlace() {
        return map.isEmpty() ? map.place() : map.entries().get(0).key().place();
    }

    public boolean has(String key) {
        return node(key) != null;
    }

    /// The value under a key, whatever it is; `null` when it is absent or null.
    public @Nullable Node node(String key) {
        known.add(key);
        Node node = map.get(key);
        return node instanceof ScalarNode scalar && scalar.isNull() ? null : node;
    }

    /// The value under a key, a complaint when it is absent.
    public @Nullable Node requiredNode(String key) {
        Node node = node(key);
        if (node == null) {
            Entry entry = map.entry(key);
            diagnostics.add(
                    Diagnostic.error(
                            FieldCode.MISSING,
                            entry == null ? headPlace() : entry.key().place(),
                            entry == null
                                    ? what + " needs `" + key + ":`"
                                    : "`" + key + ":` has no value"));
        }
        return node;
    }

    /// A text. Numbers and booleans are none: `kubernetes-version: 1.30` would lose its zero.
    public @Nullable String string(String key) {
        return asString(key, node(key));
    }

    public @Nullable String requiredString(String key) {
        return asString(key, requiredNode(key));
    }

    public String string(String key, String otherwise) {
        String value = string(key);
        return value == null ? otherwise : value;
    }

    private @Nullable String asString(String key, @Nullable Node node) {
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && scalar.isString()) {
            return scalar.text();
        }
        Diagnostic error = typeError(node, "`" + key + "` takes a text");
        diagnostics.add(
                node instanceof ScalarNode scalar
                        ? error.withHint("write \"" + scalar.text() + "\"")
                        : error);
        return null;
    }

    /// A text out of a few words.
    public @Nullable String oneOf(String key, List<String> words) {
        String value = string(key);
        if (value == null || words.contains(value)) {
            return value;
        }
        Words choice = new Words(words);
        diagnostics.add(
                Diagnostic.error(
                                FieldCode.VALUE,
                                placeOf(key),
                                "`" + key + "` is " + choice + ", not `" + value + "`")
                        .withHint(choice.didYouMean(value)));
        return null;
    }

    /// A whole number, also in any notation that YAML knows.
    public @Nullable Integer integer(String key, int least, int most) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar) || scalar.type() != ScalarType.NUMBER) {
            diagnostics.add(typeError(node, "`" + key + "` takes a whole number"));
            return null;
        }
        Integer value = Scale.wholeNumber(scalar.number());
        if (value == null || value < least || value > most) {
            diagnostics.add(
                    Diagnostic.error(
                            FieldCode.VALUE,
                            node.place(),
                            "`"
                                    + key
                                    + "` takes a whole number from "
                                    + least
                                    + " to "
                                    + most
                                    + ", not "
                                    + scalar.text()));
            return null;
        }
        return value;
    }

    public int integer(String key, int least, int most, int otherwise) {
        Integer value = integer(key, least, most);
        return value == null ? otherwise : value;
    }

    public @Nullable Boolean bool(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && scalar.type() == ScalarType.BOOLEAN) {
            return scalar.isTrue();
        }
        diagnostics.add(typeError(node, "`" + key + "` takes true or false"));
        return null;
    }

    public boolean bool(String key, boolean otherwise) {
        Boolean value = bool(key);
        return value == null ? otherwise : value;
    }

    /// A duration such as `30s`, `10m`, `1h30m`, `500ms`, `7d`.
    public @Nullable Duration duration(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        Duration value = node instanceof ScalarNode scalar ? Durations.parse(scalar.text()) : null;
        if (value == null) {
            String found =
                    node instanceof ScalarNode scalar
                            ? "`" + scalar.text() + "`"
                            : node.kindInWords();
            diagnostics.add(
                    Diagnostic.error(
                                    FieldCode.VALUE,
                                    node.place(),
                                    "`" + key + "` takes a duration, not " + found)
                            .withHint("such as 30s, 10m or 1h30m"));
        }
        return value;
    }

    public Duration duration(String key, Duration otherwise) {
        Duration value = duration(key);
        return value == null ? otherwise : value;
    }

    /// A list; empty when it is absent.
    public List<Node> list(String key) {
        Node node = node(key);
        if (node instanceof ListNode list) {
            return list.items();
        }
        if (node != null) {
            diagnostics.add(typeError(node, "`" + key + "` takes a list"));
        }
        return List.of();
    }

    /// A list of texts; empty when it is absent.
    public List<String> strings(String key) {
        List<String> found = new ArrayList<>();
        for (ScalarNode scalar : stringNodes(key)) {
            found.add(scalar.text());
        }
        return List.copyOf(found);
    }

    /// A list of texts with their places; what is no text becomes a complaint and is left out.
    public List<ScalarNode> stringNodes(String key) {
        List<ScalarNode> found = new ArrayList<>();
        for (Node item : list(key)) {
            if (item instanceof ScalarNode scalar && scalar.isString()) {
                found.add(scalar);
            } else {
                diagnostics.add(typeError(item, "`" + key + "` takes a list of texts"));
            }
        }
        return List.copyOf(found);
    }

    /// A map to be read key by key, `null` when it is absent.
    ///
    /// @param inWords what it is, with an article
    public @Nullable Fields fields(String key, String inWords) {
        MapNode value = mapNode(key);
        return value == null ? null : new Fields(value, inWords, diagnostics);
    }

    /// A map as it is, `null` when it is absent.
    public @Nullable MapNode mapNode(String key) {
        Node node = node(key);
        if (node instanceof MapNode value) {
            return value;
        }
        if (node != null) {
            diagnostics.add(typeError(node, "`" + key + "` takes a map"));
        }
        return null;
    }

    /// The entries of a map whose keys the user chooses; empty when it is absent.
    public List<Entry> entries(String key) {
        MapNode value = mapNode(key);
        return value == null ? List.of() : value.entries();
    }

    /// A map from text to text in the order of the file; what is no text becomes a complaint and is
    /// left out.
    public Map<String, String> stringMap(String key) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Entry entry : entries(key)) {
            String value = asString(entry.name(), entry.value());
            if (value != null) {
                found.put(entry.name(), value);
            }
        }
        return found;
    }

    /// Which one of these keys is written; a complaint and `null` when there is none or more than
    /// one.
    public @Nullable String exactlyOne(List<String> keys) {
        String found = atMostOne(keys);
        boolean none = true;
        for (String key : keys) {
            none &= map.entry(key) == null;
        }
        if (none) {
            diagnostics.add(
                    Diagnostic.error(
                            FieldCode.CONFLICT, headPlace(), what + " needs " + new Words(keys)));
        }
        return found;
    }

    /// Which one of these keys is written, `null` when none is; a complaint and `null` when there
    /// is more than one.
    public @Nullable String atMostOne(List<String> keys) {
        Entry found = null;
        boolean several = false;
        for (Entry entry : map.entries()) {
            if (keys.contains(entry.name())) {
                if (found != null) {
                    several = true;
                    diagnostics.add(
                            Diagnostic.error(
                                            FieldCode.CONFLICT,
                                            entry.key().place(),
                                            "`"
                                                    + found.name()
                                                    + "` and `"
                                                    + entry.name()
                                                    + "` cannot stand together in "
                                                    + what)
                                    .withRelated(found.key().place(), "the other one"));
                } else {
                    found = entry;
                }
            }
        }
        known.addAll(keys);
        return found == null || several ? null : found.name();
    }

    /// Declares keys that are read elsewhere.
    public void expect(List<String> keys) {
        known.addAll(keys);
    }

    /// Complains about every key that nobody asked for.
    public void rejectUnknown() {
        for (Entry entry : map.entries()) {
            if (!known.contains(entry.name())) {
                Words words = new Words(List.copyOf(known));
                String hint = words.didYouMean(entry.name());
                diagnostics.add(
                        Diagnostic.error(
                                        FieldCode.UNKNOWN,
                                        entry.key().place(),
                                        "`" + entry.name() + "` is not a key of " + what)
                                .withHint(hint == null ? "its keys are " + words.list() : hint));
            }
        }
    }

    /// A complaint about the type of a value: "`x` takes a list, this is a string".
    public static Diagnostic typeError(Node node, String takes) {
        return Diagnostic.error(
                FieldCode.TYPE, node.place(), takes + ", this is " + node.kindInWords());
    }
}
