package dev.brayer.document;

import dev.brayer.text.Source;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map. [#entries()] is what kubectl sees; [#written()] what stands in the file, for those who
/// edit its text.
public final class MapNode extends Node {
    private static final int[] NO_HASHES = {};

    private final boolean flow;
    private final List<Entry> entries;
    private final List<Entry> written;

    /// Only for maps with many entries.
    private final @Nullable Map<String, Entry> index;

    /// Of the names, for maps with few entries: a look at these spares a look at most names.
    private final int[] hashes;

    MapNode(
            Source source,
            int start,
            int end,
            @Nullable Properties properties,
            boolean flow,
            List<Entry> entries,
            List<Entry> written,
            @Nullable Map<String, Entry> index) {
        super(source, start, end, properties);
        this.flow = flow;
        this.entries = entries;
        this.written = written;
        this.index = index;
        this.hashes = index == null ? hashes(entries) : NO_HASHES;
    }

    private static int[] hashes(List<Entry> entries) {
        int[] hashes = new int[entries.size()];
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = entries.get(at).name().hashCode();
        }
        return hashes;
    }

    /// The entries in effect: merge keys resolved, each name once.
    public List<Entry> entries() {
        return entries;
    }

    /// The entries as they are written, merge keys (`<<`) and duplicates included. Without merges
    /// and duplicates these are the entries in effect.
    public List<Entry> written() {
        return written;
    }

    public int size() {
        return entries.size();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The entry in effect under a name, or `null`.
    public @Nullable Entry entry(String name) {
        if (index != null) {
            return index.get(name);
        }
        int hash = name.hashCode();
        for (int at = 0; at < hashes.length; at++) {
            if (hashes[at] == hash) {
                Entry entry = entries.get(at);
                if (entry.name().equals(name)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /// The value under a name, or `null` when there is no such entry.
    public @Nullable Node get(String name) {
        Entry entry = entry(name);
        return entry == null ? null : entry.value();
    }

    /// The map under a name, or `null` when there is none or it is something else.
    public @Nullable MapNode map(String name) {
        return get(name) instanceof MapNode map ? map : null;
    }

    /// The text of the string under a name, or `null` when there is none or it is something else.
    public @Nullable String string(String name) {
        return get(name) instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING
                ? scalar.text()
                : null;
    }

    /// The names in effect, in order; a view.
    public List<String> names() {
        return new AbstractList<>() {
            @Override
            public String get(int at) {
                return entries.get(at).name();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public boolean isFlow() {
        return flow;
    }

    @Override
    public String kindInWords() {
        return "a map";
    }

    @Override
    public String toString() {
        return Values.toJson(this);
    }
}
