package dev.brayer.stencil;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/// Values as they are read from a document; aliases and merges are resolved.
final class NodeValues {
    private NodeValues() {}

    static Value of(Node node) {
        if (node instanceof ScalarNode scalar) {
            return ofScalar(scalar);
        }
        if (node instanceof ListNode list) {
            List<Value> items = new ArrayList<>(list.size());
            for (Node item : list.items()) {
                items.add(of(item));
            }
            return new Value.Items(items, list.place());
        }
        MapNode map = (MapNode) node;
        List<Value.Field> fields = new ArrayList<>(map.size());
        for (Entry entry : map.entries()) {
            fields.add(new Value.Field(entry.name(), entry.key().place(), of(entry.value())));
        }
        return new Value.Fields(fields, map.place());
    }

    private static Value ofScalar(ScalarNode scalar) {
        if (scalar.source().hasSecret() && scalar.place().secretWord() != null) {
            return new Value.Secret(scalar.text(), scalar.place());
        }
        return switch (scalar.type()) {
            case STRING -> new Value.Text(scalar.text(), scalar.place());
            case NUMBER -> new Value.Numeric(scalar.text(), scalar.place());
            case BOOLEAN -> new Value.Bool(scalar.isTrue(), scalar.place());
            case NULL -> new Value.Nothing(scalar.place());
        };
    }
}
