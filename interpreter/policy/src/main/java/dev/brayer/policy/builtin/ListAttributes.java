package dev.brayer.policy.builtin;

import com.google.re2j.Pattern;
import dev.brayer.number.Decimal;
import dev.brayer.policy.builtin.Builtin.Derivation;
import dev.brayer.policy.builtin.Builtin.Form;
import dev.brayer.policy.builtin.Builtin.Parameter;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Patterns;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What a list can be asked.
final class ListAttributes {
    private static final Type LIST = Type.ListOf.ANY;

    static final List<Builtin> ALL =
            List.of(
                    new Builtin(
                            LIST,
                            "count",
                            List.of(),
                            Basic.NUMBER,
                            "How many elements the list has.",
                            "[1, 2].count == 2",
                            (world, values) ->
                                    new Value.Numeral(
                                            Decimal.of(elements(values[0]).size()),
                                            values[0].trace())),
                    new Builtin(
                            LIST,
                            "first",
                            List.of(),
                            Basic.UNKNOWN,
                            Derivation.ELEMENT,
                            "The first element; missing in an empty list.",
                            "[1, 2].first == 1",
                            (world, values) -> element(values[0], 0, "first")),
                    new Builtin(
                            LIST,
                            "last",
                            List.of(),
                            Basic.UNKNOWN,
                            Derivation.ELEMENT,
                            "The last element; missing in an empty list.",
                            "[1, 2].last == 2",
                            (world, values) ->
                                    element(values[0], elements(values[0]).size() - 1, "last")),
                    new Builtin(
                            LIST,
                            "at",
                            List.of(new Parameter("index", Basic.NUMBER)),
                            Basic.UNKNOWN,
                            Derivation.ELEMENT,
                            "The element at an index, counted from 0; missing beyond the end.",
                            "[1, 2].at(1) == 2",
                            (world, values) ->
                                    element(
                                            values[0],
                                            index(values[1], elements(values[0]).size()),
                                            "at")),
                    new Builtin(
                            LIST,
                            "contains",
                            List.of(new Parameter("value", Basic.UNKNOWN)),
                            Basic.BOOL,
                            "Whether an element equals the value. A finding stands at the list; of a `contains` that should not"
                                    + " hold, at each element that equals the value.",
                            "[1, 2].contains(2)",
                            ListAttributes::contains),
                    new Builtin(
                            LIST,
                            "unique",
                            List.of(),
                            LIST,
                            Derivation.RECEIVER,
                            "The list without repetitions, in the order of first occurrence.",
                            "[1, 2, 1].unique == [1, 2]",
                            ListAttributes::unique),
                    new Builtin(
                            LIST,
                            "as",
                            List.of(new Parameter("type", Basic.SYMBOL, Form.CONVERSION)),
                            LIST,
                            Derivation.CONVERTED,
                            "Each element read as another type, such as `:image`; an element that cannot be read is open.",
                            "[\"web:1\", \"api:2\"].as(:image).pick(:tag) == [\"1\", \"2\"]",
                            (world, values) -> {
                                List<Value> converted = new ArrayList<>();
                                for (Value element : elements(values[0])) {
                                    world.spend(1);
                                    converted.add(
                                            Conversions.convert(Value.used(element), values[1]));
                                }
                                return new Value.Items(converted, values[0].trace());
                            }),
                    new Builtin(
                            LIST,
                            "pick",
                            List.of(new Parameter("name", Basic.SYMBOL, Form.ATTRIBUTE)),
                            LIST,
                            Derivation.PICKED,
                            "The attribute or field of each element; elements without it are left out.",
                            "[\"1.2.3\", \"2.0.0\"].as(:semver).pick(:major) == [1, 2]",
                            (world, values) -> {
                                String name =
                                        values[1] instanceof Value.Symbol(String symbol)
                                                ? symbol
                                                : "";
                                List<Value> picked = new ArrayList<>();
                                for (Value element : elements(values[0])) {
                                    Value value = world.attribute(element, name);
                                    if (!(value instanceof Value.Missing)) {
                                        picked.add(value);
                                    }
                                }
                                return new Value.Items(picked, values[0].trace());
                            }),
                    new Builtin(
                            LIST,
                            "extract",
                            List.of(
                                    new Parameter("pattern", Basic.STRING, Form.SEARCH),
                                    new Parameter("group", Basic.NUMBER)),
                            new Type.ListOf(Basic.STRING),
                            "Of each text the group of an RE2 pattern, where it is first found; `^` and `$` are at lines. A text"
                                    + " in which it is not found gives a missing element.",
                            "[\"web:1\", \"api:2\"].extract(\"(.*):(.*)\", 1) == [\"web\", \"api\"]",
                            ListAttributes::extract));

    private ListAttributes() {}

    static List<Value> elements(Value list) {
        return list instanceof Value.Items(List<Value> elements, _) ? elements : List.of();
    }

    /// The index that a number says, or -1 where it is none of a list of this size.
    static int index(Value value, int size) {
        if (!(value instanceof Value.Numeral(Decimal number, _)) || !number.isWhole()) {
            return -1;
        }
        boolean inside = number.signum() >= 0 && number.compareTo(Decimal.of(size)) < 0;
        return inside ? number.intValue() : -1;
    }

    private static Value element(Value list, int index, String name) {
        List<Value> elements = elements(list);
        return index >= 0 && index < elements.size()
                ? elements.get(index)
                : Builtins.absent(list.trace(), name);
    }

    /// The checker turns calls into conditions of their own; only an untyped receiver comes here.
    private static Value contains(World world, Value[] values) {
        world.spend(elements(values[0]).size());
        Truth truth = Comparison.in(values[1], values[0], world);
        if (truth != Truth.OPEN) {
            return new Value.Bool(truth == Truth.HOLDS, values[0].trace());
        }
        Value hidden = Comparison.hidden(values[0], values[1], world);
        return hidden == null
                ? new Value.Wrong("a value of the types in the list", values[1])
                : hidden;
    }

    private static Value unique(World world, Value[] values) {
        List<Value> unique = new ArrayList<>();
        for (Value element : elements(values[0])) {
            world.spend(1 + unique.size());
            if (element instanceof Value.Open) {
                // Whether it repeats another is not known, so neither is the list without
                // repetitions.
                return element;
            }
            Value hidden = Comparison.hidden(element, element, world);
            if (hidden != null) {
                return hidden;
            }
            boolean known = false;
            for (Value other : unique) {
                known |= Comparison.equal(element, other, world) == Truth.HOLDS;
            }
            if (!known) {
                unique.add(element);
            }
        }
        return new Value.Items(unique, values[0].trace());
    }

    private static Value extract(World world, Value[] values) {
        Pattern pattern = Prepare.pattern(values[1]);
        if (pattern == null) {
            return new Value.Wrong("an RE2 pattern", values[1]);
        }
        int group = index(values[2], Integer.MAX_VALUE);
        List<Value> found = new ArrayList<>();
        for (Value element : elements(values[0])) {
            world.spend(1);
            if (element instanceof Value.Text(String text, var trace)) {
                String part = Patterns.extract(pattern, text, group);
                found.add(
                        part == null
                                ? Builtins.absent(trace, "extract")
                                : new Value.Text(part, trace));
            } else {
                found.add(
                        element instanceof Value.Open
                                ? Value.used(element)
                                : new Value.Wrong("a string", element));
            }
        }
        return new Value.Items(found, values[0].trace());
    }
}
