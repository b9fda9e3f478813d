package dev.brayer.policy.type;

import dev.brayer.policy.type.Type.Basic;
import dev.brayer.schema.FieldType;
import java.util.List;

/// What the schema says of a field, as a type of the language.
public final class SchemaTypes {
    private SchemaTypes() {}

    /// @param kinds the selected kinds whose objects have the field
    public static Type of(FieldType field, List<String> kinds) {
        return switch (field) {
            case FieldType.Scalar.STRING -> Basic.STRING;
            case FieldType.Scalar.INTEGER, FieldType.Scalar.NUMBER -> Basic.NUMBER;
            case FieldType.Scalar.BOOLEAN -> Basic.BOOL;
            case FieldType.Scalar.QUANTITY -> Basic.QUANTITY;
            case FieldType.Scalar.INTEGER_OR_STRING -> Basic.NUMBER_OR_STRING;
            case FieldType.Scalar.TIME -> Basic.DATE;
            case FieldType.Scalar.BYTES -> Basic.BYTES;
            case FieldType.Scalar.ANY -> Basic.UNKNOWN;
            case FieldType.ListOf(FieldType element) -> new Type.ListOf(of(element, kinds), true);
            case FieldType.MapOf(FieldType value) -> new Type.MapOf(of(value, kinds), true);
            case FieldType.ObjectOf(var object) ->
                    new Type.ObjectOf(List.of(new Type.ObjectOf.Shape(object, kinds)));
        };
    }
}
