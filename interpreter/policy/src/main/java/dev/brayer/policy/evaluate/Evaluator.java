package dev.brayer.policy.evaluate;

import dev.brayer.number.Decimal;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.value.Arithmetic;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Patterns;
import dev.brayer.policy.value.Reading;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what an expression gives for one document. It makes no texts and keeps no reasons: where a
/// condition does not hold, [Explainer] goes the same way again and says why. The language is pure,
/// so both see the same.
///
/// It is long because conditions and operands contain each other, and share the frame of locals and
/// the budget: the two switches over them belong together.
final class Evaluator {
    /// So many elements or characters cost one step.
    private static final int PARTS_PER_STEP = 64;

    private final Judged judged;
    private final @Nullable Observer observer;
    private final @Nullable Value[] locals;

    Evaluator(Judged judged, int frame) {
        this.judged = judged;
        this.observer = judged.observer();
        this.locals = new @Nullable Value[frame];
    }

    Judged judged() {
        return judged;
    }

    void bind(int slot, @Nullable Value value) {
        if (slot >= 0) {
            locals[slot] = value;
        }
    }

    boolean isBound(int slot) {
        return locals[slot] != null;
    }

    Truth truth(Condition condition) {
        judged.budget().enter();
        Truth truth =
                switch (condition) {
                    case Condition.And(_, List<Condition> parts) -> {
                        Truth all = Truth.HOLDS;
                        for (Condition part : parts) {
                            all = all.and(truth(part));
                        }
                        yield all;
                    }
                    case Condition.Or(_, List<Condition> alternatives) -> {
                        Truth one = Truth.FAILS;
                        for (Condition alternative : alternatives) {
                            one = one.or(truth(alternative));
                        }
                        yield one;
                    }
                    case Condition.Not(_, Condition negated) -> truth(negated).not();
                    case Condition.Compare(
                                    _,
                                    Comparison.Operator operator,
                                    Operand left,
                                    Operand right) ->
                            Comparison.compare(operator, value(left), value(right), judged);
                    case Condition.In(_, Operand left, Operand right) ->
                            Comparison.in(value(left), value(right), judged);
                    case Condition.Contains(_, Operand list, Operand value) ->
                            Comparison.in(value(value), value(list), judged);
                    case Condition.Matches(
                                    _,
                                    Operand left,
                                    Operand pattern,
                                    Patterns.Known known) ->
                            Patterns.matches(value(left), value(pattern), known);
                    case Condition.Exists(_, Operand operand) -> exists(written(operand));
                    case Condition.Holds(_, Operand operand) ->
                            value(operand) instanceof Value.Bool(boolean value, _)
                                    ? Truth.of(value)
                                    : Truth.OPEN;
                    case Quantified quantified -> quantified(quantified);
                    case Condition.Console(Place place, Operand operand) -> {
                        judged.print(place, value(operand));
                        // Never a pass, not even under `not`, `no` or `where`.
                        yield Truth.OPEN;
                    }
                    case Condition.Apply(
                                    _,
                                    Definition<Condition> definition,
                                    List<Operand> arguments) ->
                            inside(definition, arguments).truth(definition.body());
                };
        judged.budget().leave();
        if (observer != null) {
            observer.judged(condition, truth);
        }
        return truth;
    }

    /// An evaluator for the body of a definition, its parameters bound.
    Evaluator inside(Definition<?> definition, List<Operand> arguments) {
        if (observer != null) {
            observer.called(definition);
        }
        Evaluator inner = new Evaluator(judged, definition.frame());
        for (int index = 0; index < arguments.size(); index++) {
            inner.bind(index, raw(arguments.get(index)));
        }
        return inner;
    }

    private static Truth exists(Value value) {
        return switch (value) {
            case Value.Missing _ -> Truth.FAILS;
            case Value.Unfilled _ -> Truth.OPEN;
            case Value.Wrong _ -> Truth.OPEN;
            case Value.Secret secret -> secret.undecided() ? Truth.OPEN : Truth.HOLDS;
            default -> Truth.HOLDS;
        };
    }

    private Truth quantified(Quantified quantified) {
        Elements elements = judged.elements(quantified, this);
        if (elements == null) {
            List<Value> all = elements(value(quantified.list()));
            if (all == null) {
                return Truth.OPEN;
            }
            elements = Elements.all(all);
        }
        if (observer != null) {
            observer.met(quantified, elements.size());
        }
        if (elements.met()) {
            judged.meet();
        }
        Truth result = quantified.every() ? Truth.HOLDS : Truth.FAILS;
        // The first element that decides ends the search: the language is pure.
        Truth decisive = quantified.every() ? Truth.FAILS : Truth.HOLDS;
        for (int at = 0; at < elements.size() && result != decisive; at++) {
            bindElement(quantified, elements.all(), elements.index(at));
            Truth truth = elementTruth(quantified);
            if (truth != null) {
                judged.meet();
                result = quantified.every() ? result.and(truth) : result.or(truth);
            }
        }
        unbind(quantified);
        return result;
    }

    /// The truth for the bound element; null where `where` does not select it.
    @Nullable Truth elementTruth(Quantified quantified) {
        Condition filter = quantified.filter();
        if (filter != null) {
            Truth selected = truth(filter);
            if (selected == Truth.FAILS) {
                return null;
            }
            if (selected == Truth.OPEN) {
                return new Explainer(this, null).isOnlyMissing(filter) ? null : Truth.OPEN;
            }
        }
        return truth(quantified.condition());
    }

    void bindElement(Quantified quantified, List<Value> elements, int index) {
        Value element = elements.get(index);
        if (quantified.second() < 0) {
            bind(quantified.first(), element);
            return;
        }
        bind(quantified.first(), key(element, index));
        bind(quantified.second(), element);
    }

    void unbind(Quantified quantified) {
        bind(quantified.first(), null);
        bind(quantified.second(), null);
    }

    /// What stands for the position of an element: its key in a map, its index in a list.
    private static Value key(Value element, int index) {
        if (!(element.trace() instanceof Site site) || site.name() == null) {
            return new Value.Numeral(Decimal.of(index), element.trace());
        }
        String word = site.unfilledName();
        return word == null ? new Value.Text(site.name(), site) : new Value.Unfilled(word, site);
    }

    /// What a quantifier judges: the elements of a list, the values of a map; null for anything
    /// else.
    static @Nullable List<Value> elements(Value list) {
        return switch (list) {
            case Value.Items(List<Value> elements, _) -> elements;
            case Value.Tree(Site site) -> Nodes.values(site);
            case Value.NoEntries _ -> List.of();
            default -> null;
        };
    }

    /// What an expression gives; a list or map that the schema knows and that is missing is an
    /// empty one.
    Value value(Operand operand) {
        Value value = raw(operand);
        return operand instanceof Operand.Read(_, _, Reading reading)
                ? reading.orEmpty(value)
                : value;
    }

    /// What stands in the document, whatever the schema says that it should be.
    Value written(Operand operand) {
        return raw(operand instanceof Operand.Read(_, Operand source, _) ? source : operand);
    }

    /// What an expression gives, missing lists and maps as missing.
    Value raw(Operand operand) {
        judged.budget().enter();
        Value value =
                switch (operand) {
                    case Operand.Constant(_, Value constant) -> constant;
                    case Operand.Fetch(_, int slot) -> met(judged.fetch(slot));
                    case Operand.Local(_, int slot) -> {
                        Value local = locals[slot];
                        yield local == null ? Value.missing() : local;
                    }
                    case Operand.Variable(_, int slot) -> judged.variable(slot);
                    case Operand.Known(_, Operand.Thing thing) -> judged.thing(thing);
                    case Operand.Field(_, Operand receiver, String name) ->
                            paid(Nodes.field(raw(receiver), name));
                    case Operand.Read(_, Operand source, Reading reading) ->
                            reading.read(raw(source));
                    case Operand.Member(_, Operand receiver, String name) ->
                            paid(member(value(receiver), name));
                    case Operand.Index(_, Operand receiver, Operand key) ->
                            paid(index(raw(receiver), value(key)));
                    case Operand.Call(_, Builtin builtin, List<Operand> arguments) ->
                            paid(call(builtin, values(arguments)));
                    case Operand.Method(_, String name, List<Operand> arguments) ->
                            paid(method(name, values(arguments)));
                    case Operand.Fallback fallback -> fallback(fallback);
                    case Operand.Arithmetic(
                                    _,
                                    Operand.Operation operation,
                                    Operand left,
                                    Operand right) ->
                            paid(
                                    Arithmetic.apply(
                                            operation.text().charAt(0), value(left), value(right)));
                    case Operand.ListOf(_, List<Operand> elements) -> {
                        Value[] values = values(elements);
                        Trace trace = Trace.Several.NONE;
                        for (Value element : values) {
                            trace = Trace.join(trace, element.trace());
                        }
                        yield new Value.Items(List.of(values), trace);
                    }
                    case Operand.RangeOf(_, Operand low, Operand high) ->
                            range(value(low), value(high));
                    case Operand.Judged(_, Condition condition) -> judgement(condition);
                    case Operand.Apply(
                                    _,
                                    Definition<Operand> definition,
                                    List<Operand> arguments) ->
                            inside(definition, arguments).raw(definition.body());
                };
        judged.budget().leave();
        return value;
    }

    /// A list is made anew each time, and has its price; so has a text that is looked through.
    private Value paid(Value value) {
        switch (value) {
            case Value.Items(List<Value> elements, _) ->
                    judged.spend(elements.size() / PARTS_PER_STEP);
            case Value.Text(String text, _) -> judged.spend(text.length() / PARTS_PER_STEP);
            default -> {}
        }
        return value;
    }

    private Value met(Value value) {
        if (!(value instanceof Value.Items(List<Value> elements, _)) || !elements.isEmpty()) {
            judged.meet();
        }
        return value;
    }

    private Value[] values(List<Operand> operands) {
        Value[] values = new Value[operands.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(operands.get(index));
        }
        return values;
    }

    private Value fallback(Operand.Fallback fallback) {
        Value first = raw(fallback.value());
        boolean taken = first instanceof Value.Missing;
        if (observer != null) {
            observer.fellBack(fallback, taken);
        }
        if (!taken) {
            return first;
        }
        Value second = raw(fallback.otherwise());
        return second instanceof Value.Missing ? first : second;
    }

    private static Value range(Value low, Value high) {
        if (low instanceof Value.Open) {
            return Value.used(low);
        }
        return high instanceof Value.Open
                ? Value.used(high)
                : new Value.Range(low, high, Trace.join(low.trace(), high.trace()));
    }

    private Value judgement(Condition condition) {
        Truth truth = truth(condition);
        return truth == Truth.OPEN
                ? Value.used(new Explainer(this, null).firstOpen(condition))
                : new Value.Bool(truth == Truth.HOLDS, trace(condition));
    }

    /// What a condition is made of, for a condition that is used as a value.
    private Trace trace(Condition condition) {
        return switch (condition) {
            case Condition.Compare(_, _, Operand left, Operand right) -> trace(left, right);
            case Condition.In(_, Operand left, Operand right) -> trace(left, right);
            case Condition.Contains(_, Operand list, Operand value) -> trace(list, value);
            case Condition.Matches(_, Operand left, Operand pattern, _) -> trace(left, pattern);
            case Condition.Exists(_, Operand operand) -> written(operand).trace();
            case Condition.Holds(_, Operand operand) -> value(operand).trace();
            case Condition.Console(_, Operand operand) -> value(operand).trace();
            case Condition.Not(_, Condition negated) -> trace(negated);
            case Condition.And(_, List<Condition> parts) -> trace(parts.getFirst());
            case Condition.Or(_, List<Condition> alternatives) -> trace(alternatives.getFirst());
            case Quantified quantified -> value(quantified.list()).trace();
            case Condition.Apply(_, Definition<Condition> definition, List<Operand> arguments) ->
                    inside(definition, arguments).trace(definition.body());
        };
    }

    private Trace trace(Operand left, Operand right) {
        return Trace.join(value(left).trace(), value(right).trace());
    }

    private Value member(Value receiver, String name) {
        if (receiver instanceof Value.Tree) {
            return Nodes.field(receiver, name);
        }
        if (receiver instanceof Value.Open) {
            return Builtins.isMeasure(name) ? Value.used(receiver) : Nodes.field(receiver, name);
        }
        Builtin builtin = Builtins.attribute(receiver, name);
        return builtin != null && builtin.parameters().isEmpty()
                ? call(builtin, new Value[] {receiver})
                : Nodes.field(receiver, name);
    }

    private Value method(String name, Value[] values) {
        Value receiver = values[0];
        if (receiver instanceof Value.Open) {
            return Value.used(receiver);
        }
        Builtin builtin = Builtins.attribute(receiver, name);
        if (builtin == null || builtin.parameters().size() != values.length - 1) {
            return new Value.Wrong("a value with `" + name + "`", receiver);
        }
        return call(builtin, values);
    }

    /// Missing and wrong arguments never reach an implementation: the first of them is the result.
    /// So is a secret, but for what takes secrets.
    private Value call(Builtin builtin, Value[] values) {
        for (Value value : values) {
            boolean taken =
                    builtin.takesSecrets()
                            && value instanceof Value.Secret secret
                            && !secret.undecided();
            if (value instanceof Value.Open open && !taken) {
                return Value.used(open);
            }
        }
        Value wrong = Builtins.firstWrong(builtin, values);
        if (wrong != null) {
            return wrong;
        }
        Value result =
                builtin.derivation() == Builtin.Derivation.CONTAINERS
                        ? judged.containers(builtin, values)
                        : builtin.implementation().apply(judged, values);
        // An element of a list is itself what it was; anything else was made of it.
        return builtin.derivation() == Builtin.Derivation.ELEMENT ? result : Value.used(result);
    }

    private static Value index(Value receiver, Value key) {
        return switch (key) {
            case Value.Text(String name, _) -> Nodes.field(receiver, name);
            case Value.Numeral(Decimal number, _) -> element(receiver, number);
            case Value.Open open -> Value.used(receiver instanceof Value.Open first ? first : open);
            default -> new Value.Wrong("a text or a number as the key", key);
        };
    }

    private static Value element(Value receiver, Decimal number) {
        return switch (receiver) {
            case Value.Items(List<Value> elements, Trace trace) -> {
                boolean inside =
                        number.signum() >= 0 && number.compareTo(Decimal.of(elements.size())) < 0;
                yield inside && number.isWhole()
                        ? elements.get(number.intValue())
                        : Builtins.absent(trace, "[" + number.toPlainString() + "]");
            }
            case Value.Missing(Site nearest, String absent) ->
                    new Value.Missing(nearest, absent + "[" + number.toPlainString() + "]");
            case Value.Open open -> Value.used(open);
            default -> new Value.Wrong("a list", receiver);
        };
    }
}
