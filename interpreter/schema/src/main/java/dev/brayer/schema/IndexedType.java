package dev.brayer.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type as the index has it; its fields are decoded when they are first asked for.
final class IndexedType implements ObjectType {
    private final IndexedSchema schema;
    private final int at;
    private @Nullable List<Field> fields;

    IndexedType(IndexedSchema schema, int at) {
        this.schema = schema;
        this.at = at;
    }

    @Override
    public String name() {
        return schema.catalog().string(schema.catalog().number(at));
    }

    @Override
    public String documentation() {
        return schema.catalog().documentation(schema.catalog().number(at + 1));
    }

    @Override
    public List<Field> fields() {
        List<Field> known = fields;
        if (known == null) {
            known = decode();
            fields = known;
        }
        return known;
    }

    @Override
    public @Nullable Field field(String name) {
        for (Field field : fields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public List<String> minorsWith(String name) {
        SchemaCatalog catalog = schema.catalog();
        List<String> found = new ArrayList<>();
        int count = catalog.number(at + 2);
        for (int field = 0; field < count; field++) {
            int start = at + 3 + field * IndexFormat.FIELD_NUMBERS;
            if (catalog.string(catalog.number(start)).equals(name)) {
                int mask = catalog.number(start + 2);
                for (int minor = 0; minor < catalog.minors().size(); minor++) {
                    if ((mask >> minor & 1) == 1) {
                        found.add(catalog.minors().get(minor));
                    }
                }
            }
        }
        return found;
    }

    private List<Field> decode() {
        SchemaCatalog catalog = schema.catalog();
        int count = catalog.number(at + 2);
        List<Field> decoded = new ArrayList<>(count);
        for (int field = 0; field < count; field++) {
            int start = at + 3 + field * IndexFormat.FIELD_NUMBERS;
            if (schema.holds(catalog.number(start + 2))) {
                decoded.add(
                        new IndexedField(
                                catalog,
                                catalog.string(catalog.number(start)),
                                shape(catalog.number(start + 1)),
                                schema.holds(catalog.number(start + 3)),
                                catalog.number(start + 4)));
            }
        }
        return List.copyOf(decoded);
    }

    private FieldType shape(int shape) {
        int scalar = shape >> 8 & 0xff;
        FieldType inner =
                scalar == 0
                        ? new FieldType.ObjectOf(schema.type(shape >>> 16))
                        : IndexFormat.SCALARS.get(scalar - 1);
        return switch (shape & 0xff) {
            case IndexFormat.PLAIN -> inner;
            case IndexFormat.LIST -> new FieldType.ListOf(inner);
            case IndexFormat.MAP -> new FieldType.MapOf(inner);
            case IndexFormat.MAP_OF_LISTS -> new FieldType.MapOf(new FieldType.ListOf(inner));
            default -> throw new IllegalStateException("the index has an unknown shape " + shape);
        };
    }

    private record IndexedField(
            SchemaCatalog catalog,
            String name,
            FieldType type,
            boolean required,
            int documentationId)
            implements Field {
        @Override
        public String documentation() {
            return catalog.documentation(documentationId);
        }
    }
}
