package dev.brayer.stencil.fill;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarStyle;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Masked.Hole;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the tree of a masked stencil, collects the changes of its text and builds the tree that
/// must come out.
final class TreeFiller {
    private final Masked stencil;
    private final String text;
    private final Words words;
    private final LiteralRegions literals;
    private final Edits edits;
    private final Diagnostics diagnostics;
    private final HoleFiller holes;

    /// What became of nodes that aliases may lead to.
    private final IdentityHashMap<Node, @Nullable Value> anchored = new IdentityHashMap<>();

    private final BitSet visited = new BitSet();
    private @Nullable Gone gone;

    /// The hole that took the key or entry that is just looked at.
    private record Gone(Place place, List<Origin> origins) {}

    TreeFiller(
            Masked stencil,
            Words words,
            LiteralRegions literals,
            Edits edits,
            Diagnostics diagnostics) {
        this.stencil = stencil;
        this.text = stencil.source().text();
        this.words = words;
        this.literals = literals;
        this.edits = edits;
        this.diagnostics = diagnostics;
        this.holes = new HoleFiller(text, words, edits, diagnostics);
    }

    /// Whether a hole could not be filled.
    boolean hasFailed() {
        return holes.hasFailed();
    }

    /// The holes that stand in some scalar, by their index.
    BitSet visited() {
        return visited;
    }

    /// The tree that a document must become.
    Value document(Document document) {
        anchored.clear();
        Context root = Context.root(document.root().spanWithProperties().start());
        Value value = fill(document.root(), root, literals.isLiteral(document));
        if (value == null && gone != null) {
            Node node = document.root();
            edits.replace(
                    node.start(),
                    node.end(),
                    List.of(new Piece("null", gone.place(), false, gone.origins())));
        }
        return value == null ? new Value.Nothing(null) : value;
    }

    /// What a node becomes; `null` when its hole is filled with nothing, so that its key or entry
    /// goes.
    private @Nullable Value fill(Node node, Context context, boolean literal) {
        // Here and in the rest of this module chains stand where one would write a pattern switch:
        // linking each of those costs a millisecond at start-up.
        @Nullable Value value;
        if (node instanceof ScalarNode scalar) {
            value = scalar(scalar, context, literal);
        } else if (node instanceof ListNode list) {
            value = list(list, context, literal);
        } else {
            value = map((MapNode) node, context, literal);
        }
        if (node.anchor() != null) {
            anchored.put(node, value);
        }
        return value;
    }

    /// The value behind an alias: what was filled in where its anchor stands.
    private @Nullable Value alias(Node target, Place alias) {
        if (!anchored.containsKey(target)) {
            return Value.of(target);
        }
        Value value = anchored.get(target);
        if (value == null) {
            gone = new Gone(alias, List.of());
        }
        return value;
    }

    // Scalars

    private @Nullable Value scalar(ScalarNode node, Context context, boolean literal) {
        List<Hole> inside = visit(node, literal);
        if (inside.isEmpty()) {
            return Value.of(node);
        }
        if (literal) {
            return literal(node, inside, context);
        }
        Hole whole = whole(node, inside);
        if (whole != null) {
            Word word = word(whole, node);
            return word == null
                    ? holes.failed(place(whole))
                    : fillWhole(node, whole, word, context);
        }
        return partly(node, inside, context);
    }

    /// The holes within a scalar; what is malformed there is complained about.
    private List<Hole> visit(ScalarNode node, boolean literal) {
        if (!literal) {
            for (Diagnostic malformed : stencil.malformed()) {
                Place place = malformed.place();
                if (place != null
                        && node.start() <= place.span().start()
                        && place.span().start() < node.end()) {
                    diagnostics.add(malformed);
                }
            }
        }
        if (!stencil.hasHoles()) {
            return List.of();
        }
        List<Hole> inside = stencil.holes(node.start(), node.end());
        if (!inside.isEmpty()) {
            int first = stencil.index(inside.get(0));
            visited.set(first, first + inside.size());
        }
        return inside;
    }

    private Value literal(ScalarNode node, List<Hole> inside, Context context) {
        if (context.flow() && node.style() == ScalarStyle.PLAIN) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.LITERAL_FLOW,
                                    place(inside.get(0)),
                                    "text with braces stands unquoted within a list or map in flow style")
                            .withHint("put it in quotes"));
        }
        return new Value.Text(stencil.uncovered(node.text(), inside), node.place());
    }

    private static @Nullable Hole whole(ScalarNode node, List<Hole> inside) {
        Hole first = inside.get(0);
        boolean whole =
                node.style() == ScalarStyle.PLAIN
                        && !first.isEscape()
                        && first.start() == node.start()
                        && first.end() == node.end();
        return whole ? first : null;
    }

    private @Nullable Word word(Hole hole, ScalarNode node) {
        boolean inScript = node.style().isBlock() && Shell.looksLike(node.text());
        String name = hole.word();
        return name == null ? null : words.word(name, place(hole), inScript);
    }

    private Place place(Hole hole) {
        return stencil.source().place(hole.start(), hole.end());
    }

    private @Nullable Value fillWhole(ScalarNode node, Hole hole, Word word, Context context) {
        Place place = place(hole);
        if (word.value() instanceof Value.Nothing) {
            gone = new Gone(place, word.origins());
            return null;
        }
        return holes.fill(node, place, word, context);
    }

    /// A scalar that is more than one unquoted hole.
    private Value partly(ScalarNode node, List<Hole> inside, Context context) {
        List<String> between = Masked.between(node.text(), inside);
        List<ScalarFiller.Part> parts = new ArrayList<>(inside.size());
        int contentStart =
                node.style().isBlock()
                        ? new BlockScalar(text, node, context.parentColumn()).contentStart()
                        : node.start();
        boolean complete = true;
        for (int index = 0; index < inside.size(); index++) {
            Hole hole = inside.get(index);
            ScalarFiller.Part part =
                    hole.isEscape()
                            ? ScalarFiller.Part.escape(between.get(index), hole, stencil.source())
                            : part(between.get(index), hole, node);
            if (part != null && hole.start() < contentStart) {
                diagnostics.add(HoleFiller.misplaced(place(hole)));
            }
            complete &= part != null && hole.start() >= contentStart;
            if (part != null) {
                parts.add(part);
            }
        }
        if (!complete) {
            return holes.failed(node.place());
        }
        String after = between.get(between.size() - 1);
        return new ScalarFiller(text, node, parts, after, context.flow(), edits)
                .fill(context.parentColumn());
    }

    private ScalarFiller.@Nullable Part part(String before, Hole hole, ScalarNode node) {
        Word word = word(hole, node);
        if (word == null) {
            return null;
        }
        String filling = holes.inText(word, place(hole));
        return filling == null
                ? null
                : new ScalarFiller.Part(before, hole, place(hole), word.origins(), filling);
    }

    // Lists

    private Value list(ListNode node, Context context, boolean literal) {
        Units units = new Units(text, node.isFlow(), "[]", context.after());
        List<Value> items = new ArrayList<>(node.size());
        int done = node.start();
        for (int index = 0; index < node.size(); index++) {
            Span alias = node.alias(index);
            Node item = node.get(index);
            Span span = alias == null ? item.spanWithProperties() : alias;
            int start = node.isFlow() ? span.start() : Lines.skip(text, done);
            int end = Math.max(span.end(), start + (node.isFlow() ? 0 : 1));
            done = end;
            Context within =
                    node.isFlow()
                            ? context.inFlow()
                            : new Context(
                                    false, Lines.column(text, start), start + 1, Context.Kind.ITEM);
            gone = null;
            List<Value> spliced =
                    alias == null && !literal && !literals.begins(span.start())
                            ? splice(item, within, new Span(start, end))
                            : null;
            if (spliced != null) {
                items.addAll(spliced);
                add(units, start, end, spliced.isEmpty());
                continue;
            }
            Value value =
                    alias == null
                            ? fill(item, within, literal || literals.begins(span.start()))
                            : alias(item, stencil.source().place(alias));
            if (value != null) {
                items.add(value);
            }
            add(units, start, end, value == null);
        }
        units.apply(edits);
        return new Value.Items(items, node.place());
    }

    private void add(Units units, int start, int end, boolean goes) {
        Gone by = gone;
        if (goes && by != null) {
            units.goes(start, end, by.place(), by.origins());
        } else {
            units.stays(start, end);
        }
    }

    /// The items that take the place of a whole entry whose word is a list; `null` when it is
    /// something else.
    private @Nullable List<Value> splice(Node item, Context context, Span unit) {
        if (!(item instanceof ScalarNode scalar)) {
            return null;
        }
        List<Hole> inside = stencil.holes(scalar.start(), scalar.end());
        Hole hole = inside.isEmpty() ? null : whole(scalar, inside);
        String name = hole == null ? null : hole.word();
        if (hole == null || name == null) {
            return null;
        }
        Word word = words.peek(name);
        if (word == null || !holes.isList(word, place(hole))) {
            return null;
        }
        visit(scalar, false);
        Word used = word(hole, scalar);
        if (used == null) {
            return null;
        }
        List<Value> items = holes.splice(scalar, place(hole), used, context, unit);
        if (items.isEmpty()) {
            gone = new Gone(place(hole), used.origins());
        }
        return items;
    }

    // Maps

    private Value map(MapNode node, Context context, boolean literal) {
        MapFilling filling = new MapFilling(node, context);
        for (Entry entry : node.written()) {
            filling.entry(entry, literal);
        }
        return filling.finish();
    }

    /// One map while it is filled.
    private final class MapFilling {
        private final MapNode node;
        private final Context context;
        private final int column;
        private final List<Value.Field> fields = new ArrayList<>();
        private final List<Value> staticMerges = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private final List<int[]> ranges = new ArrayList<>();
        private final List<@Nullable Gone> going = new ArrayList<>();
        private final List<ScalarNode> keys = new ArrayList<>();
        private int done;

        /// A `<<: ${word}`, which waits until all explicit keys are known.
        private record Pending(int unit, Word word, Place place) {}

        MapFilling(MapNode node, Context context) {
            this.node = node;
            this.context = context;
            this.column = node.isFlow() ? 0 : Lines.column(text, node.start());
            this.done = node.start();
        }

        void entry(Entry entry, boolean literalMap) {
            boolean aliasKey = anchored.containsKey(entry.key());
            int start =
                    aliasKey
                            ? Lines.skip(text, done)
                            : withQuestionMark(entry.key().spanWithProperties().start());
            Span alias = entry.alias();
            int keyEnd = aliasKey ? Lines.skip(text, start) : entry.key().end();
            int end = alias != null ? alias.end() : Math.max(entry.value().end(), keyEnd);
            done = end;
            ranges.add(new int[] {start, end});
            going.add(null);
            gone = null;
            boolean literal =
                    literalMap || literals.begins(entry.key().spanWithProperties().start());
            if (entry.kind() == Entry.Kind.MERGE_KEY
                    && alias == null
                    && !literal
                    && merge(entry.value())) {
                return;
            }
            Context within =
                    node.isFlow()
                            ? context.inFlow()
                            : new Context(false, column, behindColon(keyEnd), Context.Kind.VALUE);
            Value value =
                    alias == null
                            ? fill(entry.value(), within, literal)
                            : alias(entry.value(), stencil.source().place(alias));
            if (value == null) {
                going.set(going.size() - 1, gone);
                useWords(entry.key(), aliasKey || literal);
            } else if (entry.kind() == Entry.Kind.MERGE_KEY) {
                staticMerges.add(value);
            } else {
                String name =
                        aliasKey ? keyOf(anchored.get(entry.key())) : key(entry.key(), literal);
                add(name, entry.key(), value);
            }
        }

        /// A key that goes with its value still uses its words.
        private void useWords(ScalarNode key, boolean none) {
            for (Hole hole : none ? List.<Hole>of() : visit(key, false)) {
                if (!hole.isEscape() && word(hole, key) == null) {
                    var unused = holes.failed(place(hole));
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
                    diagnostics.add(
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
            return !stencil.holes(key.start(), key.end()).isEmpty();
        }

        private boolean merge(Node value) {
            if (!(value instanceof ScalarNode scalar)) {
                return false;
            }
            List<Hole> inside = visit(scalar, false);
            Hole hole = inside.isEmpty() ? null : whole(scalar, inside);
            if (hole == null) {
                return false;
            }
            Word word = word(hole, scalar);
            if (word == null) {
                var unused = holes.failed(place(hole));
            } else {
                pending.add(new Pending(ranges.size() - 1, word, place(hole)));
            }
            return true;
        }

        Value finish() {
            for (Pending merge : pending) {
                List<Value.Field> merged = new ArrayList<>();
                for (Value.Field field : holes.merged(merge.word(), merge.place())) {
                    if (!isGiven(field.key())) {
                        merged.add(field);
                        fields.add(field);
                    }
                }
                int[] range = ranges.get(merge.unit());
                if (merged.isEmpty()) {
                    going.set(merge.unit(), new Gone(merge.place(), merge.word().origins()));
                } else {
                    holes.inline(
                            merged,
                            range[0],
                            range[1],
                            merge.word(),
                            merge.place(),
                            node.isFlow(),
                            column);
                }
            }
            for (Value merge : staticMerges) {
                addMerged(merge);
            }
            Units units = new Units(text, node.isFlow(), "{}", context.after());
            for (int index = 0; index < ranges.size(); index++) {
                Gone by = going.get(index);
                int[] range = ranges.get(index);
                if (by == null) {
                    units.stays(range[0], range[1]);
                } else {
                    units.goes(range[0], range[1], by.place(), by.origins());
                }
            }
            units.apply(edits);
            return new Value.Fields(fields, node.place());
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
            for (Value.Field field : fields) {
                if (field.key().equals(key)) {
                    return true;
                }
            }
            return false;
        }
    }

    private String key(ScalarNode key, boolean literal) {
        List<Hole> inside = visit(key, literal);
        if (inside.isEmpty() || literal) {
            return inside.isEmpty() ? key.name() : stencil.uncovered(key.text(), inside);
        }
        Value value = partly(key, inside, Context.KEY);
        String name = keyOf(value);
        if (name.length() > HoleFiller.LONGEST_KEY) {
            diagnostics.add(
                    Diagnostic.error(
                            StencilCode.KEY_TOO_LONG,
                            key.place(),
                            "the filled key has "
                                    + name.length()
                                    + " characters, more than a key can have"));
        }
        if (key.anchor() != null) {
            anchored.put(key, value);
        }
        return name;
    }

    private static String keyOf(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }
}
