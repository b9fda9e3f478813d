package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a map of the entries that are written: finds duplicates, resolves merge keys.
///
/// go-yaml v2 applies a `<<` where it stands, so that it overwrites the keys written before it;
/// YAML's merge type lets written keys win wherever they stand. Where both differ, the map is an
/// error: a policy must not judge one value while kubectl applies another.
final class MapAssembler {
    /// Up to this many entries a map is searched entry by entry.
    private static final int SMALL = 12;

    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

    private final Source source;
    private final Diagnostics diagnostics;
    private final boolean holes;

    MapAssembler(Source source, Diagnostics diagnostics, boolean holes) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.holes = holes;
    }

    /// An entry as written, or `null` after a complaint that the key is none.
    @Nullable Entry entry(Node key, Node value, @Nullable Span alias) {
        if (!(key instanceof ScalarNode scalar) || scalar.isNull()) {
            diagnostics.add(
                    Diagnostic.error(
                                    DocumentCode.KEY,
                                    key.place(),
                                    "a key must be a text, this is " + key.kindInWords())
                            .withHint(
                                    key.isFlow()
                                            ? null
                                            : "put it in quotes if it is meant as a text"));
            return null;
        }
        boolean merge =
                scalar.text().equals("<<")
                        && (scalar.tag() == null
                                ? scalar.style() == ScalarStyle.PLAIN
                                : MERGE_TAG.equals(scalar.tag()));
        return new Entry(scalar, value, alias, merge ? Entry.Kind.MERGE_KEY : Entry.Kind.WRITTEN);
    }

    MapNode assemble(
            int start,
            int end,
            Node.@Nullable Properties properties,
            boolean flow,
            List<Entry> entries) {
        List<Entry> written = List.copyOf(entries);
        boolean merges = false;
        for (Entry entry : written) {
            merges |= entry.kind() == Entry.Kind.MERGE_KEY;
        }
        if (!merges && written.size() <= SMALL && !hasDuplicates(written)) {
            return new MapNode(source, start, end, properties, flow, written, written, null);
        }
        Map<String, Entry> effective = effective(written);
        List<Entry> inEffect =
                !merges && effective.size() == written.size()
                        ? written
                        : List.copyOf(effective.values());
        Map<String, Entry> index = inEffect.size() <= SMALL ? null : new HashMap<>(effective);
        return new MapNode(source, start, end, properties, flow, inEffect, written, index);
    }

    private static boolean hasDuplicates(List<Entry> written) {
        for (int at = 1; at < written.size(); at++) {
            String name = written.get(at).name();
            for (int before = 0; before < at; before++) {
                if (written.get(before).name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The entries in effect, in the order of the file: of two with one name the last, as kubectl
    /// has it.
    private Map<String, Entry> effective(List<Entry> written) {
        Map<String, Entry> explicit = new HashMap<>();
        boolean joined = false;
        for (Entry entry : written) {
            if (entry.kind() != Entry.Kind.MERGE_KEY) {
                Entry first = explicit.put(entry.name(), entry);
                // Where two documents were joined, one key of the second says it for all.
                if (first != null && !joined) {
                    joined = beginsDocument(entry);
                    diagnostics.add(duplicate(first, entry));
                }
            }
        }
        Map<String, Entry> effective = new LinkedHashMap<>();
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : written) {
            if (entry.kind() == Entry.Kind.MERGE_KEY) {
                for (Entry merged : merged(entry).values()) {
                    merge(entry, merged, explicit, seen, effective);
                }
            } else {
                seen.put(entry.name(), entry);
                effective.put(entry.name(), entry);
            }
        }
        return effective;
    }

    private void merge(
            Entry mergeKey,
            Entry merged,
            Map<String, Entry> explicit,
            Map<String, Entry> seen,
            Map<String, Entry> effective) {
        String name = merged.name();
        if (!explicit.containsKey(name)) {
            effective.put(name, merged);
            return;
        }
        Entry before = seen.get(name);
        if (before != null && !Values.equal(before.value(), merged.value())) {
            diagnostics.add(
                    Diagnostic.error(
                                    DocumentCode.MERGE,
                                    mergeKey.key().place(),
                                    "`"
                                            + name
                                            + "` is written before this `<<` and comes with it too: readers disagree which"
                                            + " value holds")
                            .withHint("put the `<<` before the keys that it must not overwrite")
                            .withRelated(before.key().place(), "written here")
                            .withRelated(merged.key().place(), "merged from here"));
        }
    }

    /// Whether a key that stands twice is most likely that of a second object, without `---`.
    private static boolean beginsDocument(Entry second) {
        return second.name().equals("apiVersion") && second.key().place().start().column() == 1;
    }

    private static Diagnostic duplicate(Entry first, Entry second) {
        String name = second.name();
        String spelling =
                first.key().text().equals(second.key().text())
                        ? ""
                        : ", as kubectl reads both keys";
        return Diagnostic.error(
                        DocumentCode.DUPLICATE_KEY,
                        second.key().place(),
                        "the key `" + name + "` stands twice in this map" + spelling)
                .withHint(
                        !spelling.isEmpty()
                                ? "put the keys in quotes"
                                : beginsDocument(second)
                                        ? "a line `---` separates documents"
                                        : null)
                .withRelated(first.key().place(), "first written here");
    }

    /// The entries that a merge key brings; of several maps the first one with a name wins.
    private Map<String, Entry> merged(Entry mergeKey) {
        Map<String, Entry> found = new LinkedHashMap<>();
        List<Node> sources = new ArrayList<>();
        if (mergeKey.value() instanceof ListNode list) {
            sources.addAll(list.items());
        } else {
            sources.add(mergeKey.value());
        }
        for (Node node : sources) {
            if (node instanceof MapNode map) {
                for (Entry entry : map.entries()) {
                    found.putIfAbsent(
                            entry.name(),
                            new Entry(
                                    entry.key(), entry.value(), entry.alias(), Entry.Kind.MERGED));
                }
            } else if (!(holes && node instanceof ScalarNode)) {
                diagnostics.add(
                        Diagnostic.error(
                                DocumentCode.MERGE,
                                mergeKey.valuePlace(),
                                "`<<` takes a map or a list of maps, this is "
                                        + node.kindInWords()));
            }
        }
        return found;
    }
}
