package dev.brayer.policy.custom;

import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.policy.KnownKinds;
import dev.brayer.schema.FieldType;
import dev.brayer.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The type that a structural schema describes.
final class SchemaType {
    /// How the generators of definitions write a quantity.
    private static final String QUANTITY =
            "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))"
                    + "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

    private SchemaType() {}

    /// @param name where it stands, which is what an object there is called
    static FieldType of(MapNode schema, String name) {
        if (QUANTITY.equals(schema.string("pattern"))) {
            return Scalar.QUANTITY;
        }
        if (isTrue(schema, "x-kubernetes-int-or-string")) {
            return Scalar.INTEGER_OR_STRING;
        }
        String type = schema.string("type");
        if (type == null) {
            return schema.map("properties") == null ? Scalar.ANY : object(schema, name);
        }
        return switch (type) {
            case "object" -> object(schema, name);
            case "array" -> {
                MapNode items = schema.map("items");
                yield new FieldType.ListOf(items == null ? Scalar.ANY : of(items, name));
            }
            case "string" -> text(schema.string("format"));
            case "integer" -> Scalar.INTEGER;
            case "number" -> Scalar.NUMBER;
            case "boolean" -> Scalar.BOOLEAN;
            default -> Scalar.ANY;
        };
    }

    /// The only texts that a field may have; empty where it may have others, or other values.
    static List<String> choices(MapNode schema) {
        if (!"string".equals(schema.string("type"))
                || !(schema.get("enum") instanceof ListNode list)) {
            return List.of();
        }
        List<String> choices = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof ScalarNode scalar && scalar.isString()) {
                choices.add(scalar.text());
            } else if (!(item instanceof ScalarNode scalar) || scalar.type() != ScalarType.NULL) {
                return List.of();
            }
        }
        return choices;
    }

    private static FieldType object(MapNode schema, String name) {
        if (isTrue(schema, "x-kubernetes-embedded-resource")) {
            return new FieldType.ObjectOf(CustomObject.inside(name, schema, KnownKinds.standard()));
        }
        Node additional = schema.get("additionalProperties");
        if (additional instanceof MapNode values) {
            return new FieldType.MapOf(of(values, name));
        }
        if (schema.map("properties") != null) {
            return new FieldType.ObjectOf(CustomObject.inside(name, schema, null));
        }
        return additional instanceof ScalarNode scalar && scalar.isTrue()
                ? new FieldType.MapOf(Scalar.ANY)
                : Scalar.ANY;
    }

    private static Scalar text(@Nullable String format) {
        if (format == null) {
            return Scalar.STRING;
        }
        return switch (format) {
            case "date-time" -> Scalar.TIME;
            case "byte" -> Scalar.BYTES;
            default -> Scalar.STRING;
        };
    }

    /// Whether fields that the schema does not name are kept.
    static boolean keepsUnknown(MapNode schema) {
        return isTrue(schema, "x-kubernetes-preserve-unknown-fields");
    }

    private static boolean isTrue(MapNode schema, String name) {
        return schema.get(name) instanceof ScalarNode scalar && scalar.isTrue();
    }
}
