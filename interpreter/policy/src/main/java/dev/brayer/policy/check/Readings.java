package dev.brayer.policy.check;

import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/// How a value of a document is read when the schema says what it is.
final class Readings {
    private Readings() {}

    /// The operand, read as a value of the type where that changes what it means.
    static Operand of(Operand operand, Type type) {
        Reading reading = operand instanceof Operand.Constant ? null : reading(type);
        return reading == null ? operand : new Operand.Read(operand.place(), operand, reading);
    }

    private static @Nullable Reading reading(Type type) {
        return switch (type) {
            case Type.ListOf(var ignored, boolean declared) -> declared ? Reading.LIST : null;
            case Type.MapOf(var ignored, boolean declared) -> declared ? Reading.MAP : null;
            case Type.ObjectOf ignored -> null;
            case Basic.QUANTITY -> Reading.QUANTITY;
            case Basic.DATE -> Reading.DATE;
            case Basic ignored -> null;
        };
    }
}
