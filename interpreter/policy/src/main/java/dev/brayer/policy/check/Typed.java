package dev.brayer.policy.check;

import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checked expression and what is known of its value.
///
/// @param absence what is known of it where the schema lets it be missing; else null
/// @param choices the only texts that it may be; empty where it may be others
record Typed(Operand operand, Type type, @Nullable Absence absence, List<String> choices) {
    Typed {
        choices = List.copyOf(choices);
    }

    Typed(Operand operand, Type type) {
        this(operand, type, null);
    }

    Typed(Operand operand, Type type, @Nullable Absence absence) {
        this(operand, type, absence, List.of());
    }

    /// That a value may be missing.
    ///
    /// @param usual what the API server takes for it, as a policy writes it; null where that is not
    ///   known
    record Absence(@Nullable String usual) {
        static final Absence PLAIN = new Absence(null);
    }

    /// What stands for an expression that has been complained about: nothing more is said of it.
    static Typed broken(Place place) {
        return new Typed(new Operand.Constant(place, Value.missing()), Basic.UNKNOWN);
    }

    /// The value, if it is known before the run.
    @Nullable Value constant() {
        boolean broken = type.isUnknown();
        return !broken && operand instanceof Operand.Constant(Place ignored, Value value)
                ? value
                : null;
    }

    /// The text, if it is a text and known before the run.
    @Nullable String constantText() {
        return constant() instanceof Value.Text(String text, var ignored) ? text : null;
    }
}
