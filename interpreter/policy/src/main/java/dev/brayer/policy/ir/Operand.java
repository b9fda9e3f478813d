package dev.brayer.policy.ir;

import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.value.Reading;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.List;

/// An expression that gives a value.
public sealed interface Operand {
    /// Where it is written.
    Place place();

    /// A value that is known before the run.
    record Constant(Place place, Value value) implements Operand {}

    /// A JSONPath that is evaluated once for each document.
    ///
    /// @param slot number of the path in [Program#paths]
    record Fetch(Place place, int slot) implements Operand {}

    /// A loop name or the parameter of a definition.
    record Local(Place place, int slot) implements Operand {}

    /// A variable, evaluated when it is first used for a document.
    record Variable(Place place, int slot) implements Operand {}

    /// An object that the rule sees by name.
    record Known(Place place, Thing thing) implements Operand {}

    /// A field of a map.
    record Field(Place place, Operand receiver, String name) implements Operand {}

    /// `receiver.name` where only the run shows whether it is a field or an attribute.
    record Member(Place place, Operand receiver, String name) implements Operand {}

    /// A value of a document as what the schema says that it is.
    record Read(Place place, Operand source, Reading reading) implements Operand {}

    /// An entry of a map by a key, or an element of a list by its index.
    record Index(Place place, Operand receiver, Operand key) implements Operand {}

    /// A function or an attribute; the receiver of an attribute is the first argument.
    record Call(Place place, Builtin builtin, List<Operand> arguments) implements Operand {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `receiver.name(arguments)` where only the run shows the type of the receiver.
    record Method(Place place, String name, List<Operand> arguments) implements Operand {
        public Method {
            arguments = List.copyOf(arguments);
        }
    }

    /// `value default otherwise`.
    record Fallback(Place place, Operand value, Operand otherwise) implements Operand {}

    record Arithmetic(Place place, Operation operation, Operand left, Operand right)
            implements Operand {}

    record ListOf(Place place, List<Operand> elements) implements Operand {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    record RangeOf(Place place, Operand low, Operand high) implements Operand {}

    /// A condition as a value.
    record Judged(Place place, Condition condition) implements Operand {}

    /// A definition whose body is a value.
    record Apply(Place place, Definition<Operand> definition, List<Operand> arguments)
            implements Operand {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /// The four operations.
    enum Operation {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/");

        private final String text;

        Operation(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /// What a rule sees by name.
    enum Thing {
        RESOURCE,
        BEFORE,
        POD,
        POD_METADATA,
        FILENAME
    }
}
