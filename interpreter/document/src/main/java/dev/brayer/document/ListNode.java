package dev.brayer.document;

import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list.
public final class ListNode extends Node {
    private final boolean flow;
    private final List<Node> items;

    /// `null` unless at least one item is an alias.
    private final @Nullable Span @Nullable [] aliases;

    ListNode(
            Source source,
            int start,
            int end,
            @Nullable Properties properties,
            boolean flow,
            List<Node> items,
            @Nullable Span @Nullable [] aliases) {
        super(source, start, end, properties);
        this.flow = flow;
        this.items = items;
        this.aliases = aliases;
    }

    /// The items; behind an alias the marked node itself.
    public List<Node> items() {
        return items;
    }

    public int size() {
        return items.size();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public Node get(int index) {
        return items.get(index);
    }

    /// Where `*name` stands, if the item is written as an alias.
    public @Nullable Span alias(int index) {
        return aliases == null ? null : aliases[index];
    }

    /// Where an item is written in this list: the alias, if there is one, else the value.
    public Place itemPlace(int index) {
        Span alias = alias(index);
        return alias == null ? items.get(index).place() : source().place(alias);
    }

    @Override
    public boolean isFlow() {
        return flow;
    }

    @Override
    public String kindInWords() {
        return "a list";
    }

    @Override
    public String toString() {
        return Values.toJson(this);
    }
}
