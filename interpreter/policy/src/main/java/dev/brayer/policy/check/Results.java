package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.builtin.Conversions;
import dev.brayer.policy.builtin.World;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import dev.brayer.text.Place;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What comes out of a call: its type, and its value where everything is known before the run.
final class Results {
    /// Functions that depend on more than their arguments.
    private static final Set<String> OF_THE_RUN = Set.of("fetch", "resources", "others");

    private final Workshop workshop;
    private final FieldAccess fields;

    Results(Workshop workshop, FieldAccess fields) {
        this.workshop = workshop;
        this.fields = fields;
    }

    /// The type of a call; null after an error.
    @Nullable Type type(
            Builtin builtin,
            @Nullable Typed receiver,
            List<Typed> arguments,
            List<Expression> written) {
        Type from = receiver == null ? Basic.UNKNOWN : receiver.type();
        Type element = Members.elementOf(from);
        return switch (builtin.derivation()) {
            case FIXED -> builtin.result();
            case ELEMENT -> element;
            case RECEIVER -> from;
            case CONVERTED -> {
                Type type = Conversions.type(symbol(arguments));
                Type converted = type == null ? Basic.UNKNOWN : type;
                yield from.isList() ? new Type.ListOf(converted) : converted;
            }
            case PICKED -> {
                Type picked = picked(element, symbol(arguments), written.getLast());
                yield picked == null ? null : new Type.ListOf(picked);
            }
            case ENTRY -> new Type.ListOf(Members.elementOf(first(arguments)));
            case SUM -> sum(Members.elementOf(first(arguments)));
            case CONTAINERS -> new Type.ListOf(workshop.kinds().container());
            case OBJECTS -> {
                String kind = arguments.getFirst().constantText();
                yield kind == null ? builtin.result() : new Type.ListOf(workshop.objects(kind));
            }
        };
    }

    private static Type first(List<Typed> arguments) {
        return arguments.getFirst().type();
    }

    private static Type sum(Type element) {
        return element == Basic.NUMBER || element == Basic.QUANTITY || element == Basic.DURATION
                ? element
                : Basic.UNKNOWN;
    }

    private @Nullable Type picked(Type element, String name, Expression written) {
        if (element instanceof Type.ObjectOf object) {
            FieldAccess.Found found = fields.field(object, name, written);
            return found == null ? null : found.type();
        }
        if (element.isMap()) {
            return Members.elementOf(element);
        }
        Builtin attribute = Builtins.attribute(element, name);
        return attribute == null ? Basic.UNKNOWN : attribute.result();
    }

    private static String symbol(List<Typed> arguments) {
        return arguments.getLast().operand()
                        instanceof Operand.Constant(var ignored, Value.Symbol(String name))
                ? name
                : "";
    }

    /// The value of a call whose operands are all constant; null where they are not.
    static @Nullable Typed folded(
            Builtin builtin,
            List<Operand> operands,
            Type type,
            Place place,
            Reporter reporter,
            List<Expression> written) {
        if (OF_THE_RUN.contains(builtin.name()) && builtin.receiver() == null) {
            return null;
        }
        Value[] values = new Value[operands.size()];
        for (int index = 0; index < values.length; index++) {
            if (!(operands.get(index) instanceof Operand.Constant(var ignored, Value value))
                    || value instanceof Value.Open) {
                return null;
            }
            values[index] = value;
        }
        Value wrong = Builtins.firstWrong(builtin, values);
        Value result =
                wrong != null ? wrong : builtin.implementation().apply(new Nowhere(), values);
        if (result instanceof Value.Wrong(String expected, Value found)) {
            boolean text = found instanceof Value.Text;
            reporter.error(
                    PolicyCode.LITERAL,
                    written.isEmpty() ? place.span() : written.getFirst().span(),
                    text ? "this text is not " + expected : "this is not " + expected,
                    null);
            return Typed.broken(place);
        }
        return new Typed(new Operand.Constant(place, result), type);
    }

    /// The world before a document is there.
    private static final class Nowhere implements World {
        @Override
        public Value.Items objects(String kind, boolean others) {
            return new Value.Items(List.of(), Trace.Several.NONE);
        }

        @Override
        public Workloads workloads() {
            return Workloads.BUILT_IN;
        }

        @Override
        public Value fetch(Value path) {
            return Value.missing();
        }

        @Override
        public Value attribute(Value receiver, String name) {
            Builtin builtin = Builtins.attribute(receiver, name);
            return builtin == null || !builtin.parameters().isEmpty()
                    ? Nodes.field(receiver, name)
                    : builtin.implementation().apply(this, new Value[] {receiver});
        }

        @Override
        public void spend(int steps) {
            // What is written in a policy is small: its file's size is limited.
        }
    }
}
