package dev.brayer.policy.check;

import dev.brayer.schema.KindSchema;
import dev.brayer.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects of a custom kind: what its definition says, and what every object has.
///
/// @param anyObject a kind of Kubernetes itself, for the latter
record CustomRoot(KindSchema kind, ObjectType anyObject) implements ObjectType {
    private static final List<String> COMMON = List.of("apiVersion", "kind", "metadata");

    @Override
    public String name() {
        return kind.kind();
    }

    @Override
    public String documentation() {
        return kind.type().documentation();
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Field field : anyObject.fields()) {
            if (COMMON.contains(field.name())) {
                fields.add(field);
            }
        }
        for (Field field : kind.type().fields()) {
            if (!COMMON.contains(field.name())) {
                fields.add(field);
            }
        }
        return fields;
    }

    @Override
    public @Nullable Field field(String name) {
        return COMMON.contains(name) ? anyObject.field(name) : kind.type().field(name);
    }
}
