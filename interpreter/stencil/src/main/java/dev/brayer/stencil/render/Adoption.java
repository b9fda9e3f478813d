package dev.brayer.stencil.render;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.fill.Comparison;
import dev.brayer.stencil.transform.Changed;
import java.util.ArrayList;
import java.util.List;

/// Finds in an object that a script made what is the same in the one it stands for: a script that
/// copies, changes and puts back has changed only what differs.
final class Adoption {
    private Adoption() {}

    static Changed of(Changed made, Node before) {
        if (made.original() != null) {
            return made;
        }
        return switch (made) {
            case Changed.Kept kept -> kept;
            case Changed.Scalar scalar -> scalar(scalar, before);
            case Changed.Fields fields ->
                    before instanceof MapNode map ? fields(fields, map) : fields;
            case Changed.Items items ->
                    before instanceof ListNode list ? items(items, list) : items;
        };
    }

    private static Changed scalar(Changed.Scalar made, Node before) {
        Value value = made.value();
        return before instanceof ScalarNode && Comparison.difference(value, before) == null
                ? new Changed.Kept(before)
                : made;
    }

    private static Changed fields(Changed.Fields made, MapNode before) {
        List<Changed.Field> fields = new ArrayList<>();
        boolean same = made.fields().size() == before.size();
        for (Changed.Field field : made.fields()) {
            Entry entry = before.entry(field.key());
            if (entry == null) {
                fields.add(field);
                same = false;
            } else {
                Changed value = of(field.value(), entry.value());
                same &= value instanceof Changed.Kept kept && kept.node() == entry.value();
                fields.add(new Changed.Field(field.key(), entry.key().place(), value));
            }
        }
        return same ? new Changed.Kept(before) : new Changed.Fields(before, made.place(), fields);
    }

    private static Changed items(Changed.Items made, ListNode before) {
        List<Changed> items = new ArrayList<>();
        boolean same = made.items().size() == before.size();
        for (int index = 0; index < made.items().size(); index++) {
            Changed item = made.items().get(index);
            if (index < before.size()) {
                item = of(item, before.get(index));
                same &= item instanceof Changed.Kept kept && kept.node() == before.get(index);
            }
            items.add(item);
        }
        return same ? new Changed.Kept(before) : new Changed.Items(before, made.place(), items);
    }
}
