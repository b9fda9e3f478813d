package dev.brayer.stencil.fill;

import dev.brayer.document.Document;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Masked.Hole;
import dev.brayer.text.Diagnostic;
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
    private final Filling filling;
    private final String text;
    private final HoleFinder finder;
    private final HoleFiller holes;
    private final TextFiller texts;

    /// What became of nodes that aliases may lead to.
    private final IdentityHashMap<Node, @Nullable Value> anchored = new IdentityHashMap<>();

    private @Nullable Gone gone;

    /// The hole that took a key or an entry.
    record Gone(Place place, List<Origin> origins) {}

    TreeFiller(Filling filling) {
        this.filling = filling;
        this.text = filling.text();
        this.finder = new HoleFinder(filling);
        this.holes = new HoleFiller(filling);
        this.texts = new TextFiller(filling, finder, holes);
    }

    /// Whether a hole could not be filled.
    boolean hasFailed() {
        return holes.hasFailed();
    }

    /// The holes that stand in some scalar, by their index.
    BitSet visited() {
        return finder.visited();
    }

    /// The tree that a document must become.
    Value document(Document document) {
        anchored.clear();
        Node node = document.root();
        Context root = Context.root(node.spanWithProperties().start());
        Value value = fill(node, root, filling.literals().isLiteral(document));
        if (value == null && gone != null) {
            Piece nothing = new Piece("null", gone.place(), false, gone.origins());
            filling.edits().replace(node.start(), node.end(), List.of(nothing));
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
            value =
                    new MapFiller(filling, this, finder, holes, (MapNode) node, context)
                            .fill(literal);
        }
        if (node.anchor() != null) {
            anchored.put(node, value);
        }
        return value;
    }

    /// The same for a node that may be written as an alias.
    @Nullable Value fill(Node node, @Nullable Span alias, Context context, boolean literal) {
        gone = null;
        return alias == null ? fill(node, context, literal) : alias(node, filling.place(alias));
    }

    /// What took the value for which `fill` just gave `null`.
    @Nullable Gone gone() {
        return gone;
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

    private @Nullable Value scalar(ScalarNode node, Context context, boolean literal) {
        List<Hole> inside = finder.visit(node, literal);
        if (inside.isEmpty()) {
            return Value.of(node);
        }
        if (literal) {
            return texts.literal(node, inside, context);
        }
        Hole whole = HoleFinder.whole(node, inside);
        if (whole == null) {
            return texts.fill(node, inside, context);
        }
        Place place = filling.place(whole);
        Word word = finder.word(whole, node);
        if (word == null) {
            return holes.failed(place);
        }
        if (word.value() instanceof Value.Nothing) {
            gone = new Gone(place, word.origins());
            return null;
        }
        return holes.fill(node, place, word, context);
    }

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
            boolean literalItem = literal || filling.literals().begins(span.start());
            Context within =
                    node.isFlow()
                            ? context.inFlow()
                            : new Context(
                                    false, Lines.column(text, start), start + 1, Context.Kind.ITEM);
            List<Value> spliced =
                    alias == null && !literalItem
                            ? splice(item, within, new Span(start, end))
                            : null;
            if (spliced != null) {
                items.addAll(spliced);
                add(units, start, end, spliced.isEmpty());
                continue;
            }
            Value value = fill(item, alias, within, literalItem);
            if (value != null) {
                items.add(value);
            }
            add(units, start, end, value == null);
        }
        units.apply(filling.edits());
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
        List<Hole> inside = filling.stencil().holes(scalar.start(), scalar.end());
        Hole hole = HoleFinder.whole(scalar, inside);
        String name = hole == null ? null : hole.word();
        if (hole == null || name == null) {
            return null;
        }
        Place place = filling.place(hole);
        Word word = filling.words().peek(name);
        if (word == null || !holes.isList(word, place)) {
            return null;
        }
        finder.visit(scalar, false);
        Word used = finder.word(hole, scalar);
        if (used == null) {
            return null;
        }
        List<Value> items = holes.splice(scalar, place, used, context, unit);
        if (items.isEmpty()) {
            gone = new Gone(place, used.origins());
        }
        return items;
    }

    /// Whether a key is written as an alias: its anchor was met before.
    boolean isAnchored(ScalarNode key) {
        return anchored.containsKey(key);
    }

    /// What a key became where its anchor stands.
    String anchoredKey(ScalarNode key) {
        return textOf(anchored.get(key));
    }

    /// What a key becomes.
    String key(ScalarNode key, boolean literal) {
        List<Hole> inside = finder.visit(key, literal);
        if (inside.isEmpty() || literal) {
            return inside.isEmpty() ? key.name() : filling.stencil().uncovered(key.text(), inside);
        }
        Value value = texts.fill(key, inside, Context.KEY);
        String name = textOf(value);
        if (name.length() > HoleFiller.LONGEST_KEY) {
            filling.diagnostics()
                    .add(
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

    private static String textOf(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }
}
