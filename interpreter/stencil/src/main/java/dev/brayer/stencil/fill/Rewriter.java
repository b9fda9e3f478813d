package dev.brayer.stencil.fill;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.transform.Changed;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// Brings what a transformation changed into the text of a file: each change at its place, all else
/// as it was, comments and layout included.
///
/// What cannot be changed in place is written anew, from the smallest node that holds it. Who calls
/// this reads the outcome and compares it with what was meant.
public final class Rewriter {
    /// What the origin of a changed node is called.
    public static final String WORD = "transformation";

    private final Source source;
    private final String text;
    private final Place script;
    private final Edits edits = new Edits();

    /// @param source the text before
    /// @param script the place that is the origin where no better one is known
    public Rewriter(Source source, Place script) {
        this.source = source;
        this.text = source.text();
        this.script = script;
    }

    /// The changes so far.
    public Edits edits() {
        return edits;
    }

    /// A document that the script made, as a text of its own.
    public static RenderedText made(Changed document, Place script) {
        ValueWriter writer = new ValueWriter(word(script), script, "\n", true, false);
        Value value = document.value();
        if (ValueWriter.isCollection(value)) {
            writer.block(value, 0);
        } else {
            writer.flow(value);
        }
        writer.plain("\n");
        RenderedText made = new RenderedText();
        for (Piece piece : writer.pieces()) {
            made.append(piece);
        }
        return made;
    }

    private static Word word(Place script) {
        return new Word(WORD, new Value.Nothing(null), List.of(new Origin(WORD, script)));
    }

    /// Writes what belongs to one value that the script wrote.
    ValueWriter writer(int offset, boolean blockScalars, Value value) {
        Place written = source.place(offset, offset).written();
        Place place = value.place();
        boolean known = place != null && !place.source().isRendered();
        return new ValueWriter(
                word(known && place != null ? place : script),
                written,
                Lines.breakAt(text, offset),
                blockScalars,
                Lines.isJson(text));
    }

    /// Changes a node where it stands.
    public void change(Node node, Changed changed) {
        if (changed instanceof Changed.Kept kept && kept.node() == node) {
            return;
        }
        if (changed instanceof Changed.Scalar scalar
                && node instanceof ScalarNode old
                && isSame(scalar.value(), old)) {
            return;
        }
        if (changed instanceof Changed.Fields fields
                && node instanceof MapNode map
                && isInPlace(map, fields)) {
            changeMap(map, fields);
        } else if (changed instanceof Changed.Items items && node instanceof ListNode list) {
            changeList(list, items);
        } else {
            replace(node, changed);
        }
    }

    private void changeList(ListNode list, Changed.Items items) {
        if (!list.isFlow() && !items.items().isEmpty()) {
            ListRewriter entries = new ListRewriter(this, text, list, items);
            if (entries.isPossible()) {
                entries.rewrite();
                return;
            }
        }
        if (isItemByItem(list, items)) {
            for (int index = 0; index < list.size(); index++) {
                change(list.get(index), items.items().get(index));
            }
        } else {
            replace(list, items);
        }
    }

    /// Whether each entry is still where it was, whatever changed in it.
    private static boolean isItemByItem(ListNode list, Changed.Items changed) {
        boolean same = list.size() == changed.items().size();
        for (int index = 0; same && index < list.size(); index++) {
            Changed item = changed.items().get(index);
            same = item.original() == list.get(index) && list.alias(index) == null;
        }
        return same;
    }

    /// Numbers by what JavaScript can tell apart.
    static boolean isSame(Value value, ScalarNode node) {
        if (node.source().hasSecret() && node.place().secretWord() != null) {
            return false;
        }
        return switch (node.type()) {
            case NULL -> value instanceof Value.Nothing;
            case BOOLEAN -> value instanceof Value.Bool bool && bool.value() == node.isTrue();
            case STRING -> value instanceof Value.Text text && text.text().equals(node.text());
            case NUMBER ->
                    value instanceof Value.Numeric number
                            && Double.parseDouble(number.spelling()) == node.number().doubleValue();
        };
    }

    /// Writes a node anew.
    public void replace(Node node, Changed changed) {
        int start = node.spanWithProperties().start();
        Value value = changed.value();
        ValueWriter writer = writer(start, false, value);
        boolean block = !(node instanceof ScalarNode) && !node.isFlow();
        if (block && ValueWriter.isCollection(value)) {
            writer.block(value, Lines.column(text, node.start()));
            edits.replace(node.start(), node.end(), writer.pieces());
        } else {
            boolean unwritten = node.end() == start && start > 0 && text.charAt(start - 1) != ' ';
            if (unwritten) {
                writer.plain(" ");
            }
            writer.flow(value);
            edits.replace(start, Math.max(start, node.end()), writer.pieces());
        }
    }

    private static boolean isInPlace(MapNode map, Changed.Fields changed) {
        boolean stays = false;
        for (Entry entry : map.written()) {
            Changed now = changed.get(entry.name());
            stays |= now != null;
            boolean touched = !(now instanceof Changed.Kept kept && kept.node() == entry.value());
            boolean shared = entry.alias() != null || entry.kind() != Entry.Kind.WRITTEN;
            if (shared && touched) {
                return false;
            }
            if (now == null && map.isFlow()) {
                return false;
            }
        }
        return stays && map.written().size() == map.size();
    }

    private void changeMap(MapNode map, Changed.Fields changed) {
        List<Value.Field> added = new ArrayList<>();
        for (Changed.Field field : changed.fields()) {
            Entry entry = map.entry(field.key());
            if (entry == null) {
                added.add(field.toValue());
            } else {
                change(entry.value(), field.value());
            }
        }
        for (int index = 0; index < map.size(); index++) {
            if (changed.get(map.entries().get(index).name()) == null) {
                remove(map, index);
            }
        }
        if (!added.isEmpty()) {
            insert(map, added, changed);
        }
    }

    /// Removes the lines of an entry; behind a dash, what stands up to the next entry.
    private void remove(MapNode map, int index) {
        Entry entry = map.entries().get(index);
        int start = entry.span().start();
        int end = entry.span().end();
        if (Lines.startsLine(text, start)) {
            edits.remove(Lines.start(text, start), Lines.next(text, end));
        } else if (index + 1 < map.size()) {
            edits.remove(start, map.entries().get(index + 1).span().start());
        }
    }

    private void insert(MapNode map, List<Value.Field> added, Changed.Fields changed) {
        int column = Lines.column(text, map.start());
        Entry last = map.written().getLast();
        boolean behind = changed.get(last.name()) != null && endsWithLine(last);
        for (Value.Field field : added) {
            if (map.isFlow()) {
                int at = last.span().end();
                ValueWriter writer = writer(at, false, field.value()).plain(", ");
                writer.flowEntries(List.of(field));
                edits.insert(at, writer.pieces());
            } else if (behind) {
                int at = Lines.end(text, last.span().end());
                ValueWriter writer = writer(at, true, field.value()).lineAt(column);
                writer.entries(List.of(field), column);
                edits.insert(at, writer.pieces());
            } else {
                int at = firstThatStays(map, changed);
                ValueWriter writer = writer(at, true, field.value());
                writer.entries(List.of(field), column);
                writer.lineAt(column);
                edits.insert(at, writer.pieces());
            }
        }
    }

    private static int firstThatStays(MapNode map, Changed.Fields changed) {
        for (Entry entry : map.written()) {
            if (changed.get(entry.name()) != null) {
                return entry.span().start();
            }
        }
        return map.start();
    }

    /// Whether the line in which an entry ends can be followed by another entry, whatever becomes
    /// of the entry.
    private boolean endsWithLine(Entry entry) {
        return entry.value() instanceof ScalarNode scalar
                && !scalar.style().isBlock()
                && entry.span().end() <= Lines.end(text, entry.key().start());
    }
}
