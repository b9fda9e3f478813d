package dev.brayer.stencil.stamp;

import dev.brayer.stencil.Value;
import java.util.ArrayList;
import java.util.List;

/// Adds fields to a map as a value: what a stamped object must be.
final class Additions {
    private Additions() {}

    static Value merged(Value value, Value.Fields added) {
        if (value instanceof Value.Nothing) {
            return added;
        }
        if (!(value instanceof Value.Fields map)) {
            return value;
        }
        List<Value.Field> fields = new ArrayList<>(map.fields());
        for (Value.Field field : added.fields()) {
            int at = indexOf(fields, field.key());
            if (at < 0) {
                fields.add(field);
            } else if (field.value() instanceof Value.Fields below) {
                Value.Field old = fields.get(at);
                fields.set(
                        at, new Value.Field(old.key(), old.keyPlace(), merged(old.value(), below)));
            }
        }
        return new Value.Fields(fields, map.place());
    }

    private static int indexOf(List<Value.Field> fields, String key) {
        for (int index = 0; index < fields.size(); index++) {
            if (fields.get(index).key().equals(key)) {
                return index;
            }
        }
        return -1;
    }
}
