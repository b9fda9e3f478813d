package dev.brayer.stencil.fill;

import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Masked.Hole;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills one map, entry by entry.
final class MapFiller {
    private final Filling filling;
    private final String text;
    private final TreeFiller tree;
    private final HoleFinder finder;
    private final HoleFiller holes;
    private final MapNode node;
    private final Context context;
    private final int column;
    private final List<Value.Field> fields = new ArrayList<>();
    private final List<ScalarNode> keys = new ArrayList<>();
    private final List<Value> staticMerges = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<Span> ranges = new ArrayList<>();

    /// For each range what took its entry, `null` where that stays.
    private final List<TreeFiller.@Nullable Gone> going = new ArrayList<>();

    private int done;

    /// A `<<: ${word}`, which waits until all explicit keys are known.
    private record Pending(int range, Word word, Place place) {}

    MapFiller(
            Filling filling,
            TreeFiller tree,
            HoleFinder finder,
            HoleFiller holes,
            MapNode node,
            Context context) {
        this.filling = filling;
        this.text = filling.text();
        this.tree = tree;
        this.finder = finder;
        this.holes = holes;
        this.node = node;
        this.context = context;
        this.column = node.isFlow() ? 0 : Lines.column(text, node.start());
        this.done = node.start();
    }

    Value fill(boolean literal) {
        for (Entry entry : node.written()) {
            fill(entry, literal);
        }
        for (Pending merge : pending) {
            insert(merge);
        }
        for (Value merge : staticMerges) {
            addMerged(merge);
        }
        Units units = new Units(text, node.isFlow(), "{}", context.after());
        for (int index = 0; index < ranges.size(); index++) {
            Span range = ranges.get(index);
            TreeFiller.Gone by = going.get(index);
            if (by == null) {
                units.stays(range.start(), range.end());
            } else {
                units.goes(range.start(), range.end(), by.place(), by.origins());
            }
        }
        units.apply(filling.edits());
        return new Value.Fields(fields, node.place());
    }

    private void fill(Entry entry, boolean literalMap) {
        ScalarNode key = entry.key();
        boolean aliasKey = tree.isAnchored(key);
        int start =
                aliasKey
                        ? Lines.skip(text, done)
                        : withQuestionMark(key.spanWithProperties().start());
        Span alias = entry.alias();
        int keyEnd = aliasKey ? Lines.skip(text, start) : key.end();
        int end = alias != null ? alias.end() : Math.max(entry.value().end(), keyEnd);
        done = end;
        ranges.add(new Span(start, end));
        going.add(null);
        boolean literal = literalMap || filling.literals().begins(key.spanWithProperties().start());
        boolean merges = entry.kind() == Entry.Kind.MERGE_KEY;
        if (merges && alias == null && !literal && isPending(entry.value())) {
            return;
        }
        Context within =
                node.isFlow()
                        ? context.inFlow()
                        : new Context(false, column, behindColon(keyEnd), Context.Kind.VALUE);
        Value value = tree.fill(entry.value(), alias, within, literal);
        if (value == null) {
            going.set(going.size() - 1, tree.gone());
            useWords(key, aliasKey || literal);
        } else if (merges) {
            staticMerges.add(value);
        } else {
            add(aliasKey ? tree.anchoredKey(key) : tree.key(key, literal), key, value);
        }
    }

    /// A key that goes with its value still uses its words.
    private void useWords(ScalarNode key, boolean none) {
        for (Hole hole : none ? List.<Hole>of() : finder.visit(key, false)) {
            if (!hole.isEscape() && finder.word(hole, key) == null) {
                var unused = holes.failed(filling.place(hole));
            }
        }
    }

    private int withQuestionMark(int start) {
        return start >= 2 && text.charAt(start - 1) == ' ' && text.charAt(start - 2) == '?'
                ? start - 2
                : start;
    }

    private int behindColon(int keyEnd) {
        int at = Lines.skip(text, keyEnd);
        return at < text.length() && text.charAt(at) == ':' ? at + 1 : keyEnd;
    }

    private void add(String name, ScalarNode key, Value value) {
        for (int index = 0; index < fields.size(); index++) {
            if (!fields.get(index).key().equals(name)) {
                continue;
            }
            // Two keys that are equal as they are written were complained about when the file
            // was read.
            if (hasHole(key) || hasHole(keys.get(index))) {
                filling.diagnostics()
                        .add(
                                Diagnostic.error(
                                                StencilCode.KEYS_EQUAL,
                                                key.place(),
                                                "the key `"
                                                        + name
                                                        + "` stands twice in this map, once filled in")
                                        .withRelated(keys.get(index).place(), "the other one"));
            }
            return;
        }
        fields.add(new Value.Field(name, key.place(), value));
        keys.add(key);
    }

    private boolean hasHole(ScalarNode key) {
        return !filling.stencil().holes(key.start(), key.end()).isEmpty();
    }

    /// Whether a merge key's value is a hole, which is then filled when all explicit keys are
    /// known.
    private boolean isPending(Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            return false;
        }
        Hole hole = HoleFinder.whole(scalar, finder.visit(scalar, false));
        if (hole == null) {
            return false;
        }
        Word word = finder.word(hole, scalar);
        if (word == null) {
            var unused = holes.failed(filling.place(hole));
        } else {
            pending.add(new Pending(ranges.size() - 1, word, filling.place(hole)));
        }
        return true;
    }

    /// Puts what a merged word brings in the place of its entry.
    private void insert(Pending merge) {
        MergeFiller merges = new MergeFiller(filling, holes);
        List<Value.Field> merged = new ArrayList<>();
        for (Value.Field field : merges.fields(merge.word(), merge.place())) {
            if (!isGiven(field.key())) {
                merged.add(field);
                fields.add(field);
            }
        }
        if (merged.isEmpty()) {
            going.set(merge.range(), new TreeFiller.Gone(merge.place(), merge.word().origins()));
        } else {
            Span range = ranges.get(merge.range());
            merges.write(merged, range, merge.word(), merge.place(), node.isFlow(), column);
        }
    }

    private void addMerged(Value merge) {
        if (merge instanceof Value.Fields map) {
            for (Value.Field field : map.fields()) {
                if (!isGiven(field.key())) {
                    fields.add(field);
                }
            }
        } else if (merge instanceof Value.Items list) {
            for (Value item : list.items()) {
                addMerged(item);
            }
        }
    }

    private boolean isGiven(String key) {
        return MergeFiller.has(fields, key);
    }
}
