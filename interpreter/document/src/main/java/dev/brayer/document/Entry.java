package dev.brayer.document;

import dev.brayer.text.Place;
import dev.brayer.text.Span;
import org.jspecify.annotations.Nullable;

/// A key of a map and its value.
///
/// @param key the key where it is written; for a merged entry that is in the map it comes from
/// @param value the value; behind an alias the marked node itself
/// @param alias where `*name` stands, if the value is written as an alias
public record Entry(ScalarNode key, Node value, @Nullable Span alias, Kind kind) {

    /// How an entry came to its map.
    public enum Kind {
        /// It is written in the map.
        WRITTEN,
        /// It came from another map through `<<`; only in [MapNode#entries()].
        MERGED,
        /// It is a `<<` itself, its value a map or a list of maps; only in [MapNode#written()].
        MERGE_KEY
    }

    /// The key as kubectl names it: `on` and `yes` are both `true`, `0x10` is `16`.
    public String name() {
        return key.name();
    }

    /// Where the value is written in this map: the alias, if there is one, else the value.
    public Place valuePlace() {
        return alias == null ? value.place() : key.source().place(alias);
    }

    /// From the key to the end of the value as written.
    public Span span() {
        int end = alias == null ? Math.max(value.end(), key.end()) : alias.end();
        return new Span(key.spanWithProperties().start(), end);
    }
}
