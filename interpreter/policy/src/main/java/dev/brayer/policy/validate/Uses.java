package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the names of a file's own things are used: as a value or as a function.
final class Uses {
    private final Map<String, List<Integer>> offsets = new HashMap<>();

    static Uses of(List<Item> items) {
        Uses uses = new Uses();
        for (Item item : items) {
            for (Expression expression : Parts.of(item)) {
                uses.collect(expression);
            }
        }
        return uses;
    }

    private void collect(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            add(reference.name().text(), reference.span().start());
        } else if (expression instanceof Expression.Call call) {
            add(call.function().text(), call.span().start());
        }
        for (Expression part : Parts.of(expression)) {
            collect(part);
        }
    }

    private void add(String name, int offset) {
        offsets.computeIfAbsent(name, _ -> new ArrayList<>()).add(offset);
    }

    boolean has(String name) {
        return offsets.containsKey(name);
    }

    /// Whether the name is used at or behind one offset and before another.
    boolean hasBetween(String name, int from, int to) {
        for (int offset : offsets.getOrDefault(name, List.of())) {
            if (offset >= from && offset < to) {
                return true;
            }
        }
        return false;
    }

    Iterable<String> names() {
        return offsets.keySet();
    }
}
