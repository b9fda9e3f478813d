package dev.brayer.policy.evaluate;

import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.policy.JudgeOptions.Console;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.builtin.World;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Operand.Thing;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.value.JsonPaths;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Subject;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One document while its rules are judged: what all rules share is computed once.
final class Judged implements World {
    private final Program program;
    private final Neighbours neighbours;
    private final @Nullable Joins joins;
    private final Budget budget;
    private final Subject subject;
    private final @Nullable Value[] fetched;
    private final @Nullable Value[] variables;

    /// Which variables met an element when they were evaluated.
    private final boolean[] variablesMet;

    private final Map<Thing, Value> things = new EnumMap<>(Thing.class);
    private final Console console;
    private final @Nullable Observer observer;

    /// The pod whose containers were asked for last, and these: nearly every rule of workloads
    /// asks.
    private @Nullable Value pod;

    private Value containers = Value.missing();

    /// Whether the rule at work met an element in a quantifier or a fetch.
    private boolean met;

    /// What `-> console` printed for this document; null while that is nothing.
    private @Nullable Set<String> printed;

    Judged(
            Program program,
            Neighbours neighbours,
            @Nullable Joins joins,
            Budget budget,
            Subject subject,
            Console console,
            @Nullable Observer observer) {
        this.program = program;
        this.neighbours = neighbours;
        this.joins = joins;
        this.budget = budget;
        this.subject = subject;
        this.console = console;
        this.observer = observer;
        this.fetched = new @Nullable Value[program.paths().size()];
        this.variables = new @Nullable Value[program.variables().size()];
        this.variablesMet = new boolean[program.variables().size()];
    }

    Subject subject() {
        return subject;
    }

    Budget budget() {
        return budget;
    }

    @Nullable Observer observer() {
        return observer;
    }

    void meet() {
        met = true;
    }

    /// Whether an element was met since the last question.
    boolean takeMet() {
        boolean result = met;
        met = false;
        return result;
    }

    /// Prints a value once, however often the rule comes by: to judge, and to say why.
    void print(Place expression, Value value) {
        List<Site> sites = value.trace().sites();
        Place place = sites.isEmpty() ? expression : sites.getFirst().place();
        String text = Texts.quoted(value);
        if (printed == null) {
            printed = new HashSet<>();
        }
        String where = expression.source().name() + expression.span();
        if (printed.add(where + " " + place + " " + text)) {
            console.print(place, text);
        }
    }

    Value fetch(int slot) {
        Value known = fetched[slot];
        if (known == null) {
            known = select(program.paths().get(slot));
            fetched[slot] = known;
        }
        return known;
    }

    Value variable(int slot) {
        Value known = variables[slot];
        if (known == null) {
            Program.Variable variable = program.variables().get(slot);
            boolean before = takeMet();
            known = new Evaluator(this, variable.frame()).raw(variable.value());
            variables[slot] = known;
            variablesMet[slot] = met;
            met = before;
        }
        // What it met is met by every rule that uses it, not only by the first.
        met |= variablesMet[slot];
        return known;
    }

    Value thing(Thing thing) {
        Value known = things.get(thing);
        if (known == null) {
            known = find(thing);
            things.put(thing, known);
        }
        return known;
    }

    private Value find(Thing thing) {
        return switch (thing) {
            case RESOURCE -> Nodes.value(subject.root());
            case BEFORE -> {
                Subject before = neighbours.before(subject);
                yield before == null ? Value.missing() : Nodes.value(before.root());
            }
            case POD -> program.workloads().specification(Nodes.value(subject.root()));
            case POD_METADATA -> program.workloads().metadata(Nodes.value(subject.root()));
            case FILENAME -> new Value.FileName(subject.document().source().name());
        };
    }

    /// What the builtin `containers` gives.
    Value containers(Builtin builtin, Value[] values) {
        if (!values[0].equals(pod)) {
            containers = builtin.implementation().apply(this, values);
            pod = values[0];
        }
        return containers;
    }

    boolean hasBefore() {
        return neighbours.before(subject) != null;
    }

    @Override
    public Value.Items objects(String kind, boolean others) {
        Value.Items objects = neighbours.objects(kind);
        budget.spend(1);
        int position = others ? neighbours.position(kind, subject) : -1;
        if (position < 0) {
            return objects;
        }
        budget.spend(objects.elements().size());
        List<Value> rest = new ArrayList<>(objects.elements());
        rest.remove(position);
        List<Site> sites = new ArrayList<>(objects.trace().sites());
        sites.remove(position);
        return new Value.Items(rest, Trace.of(sites));
    }

    /// The elements of a quantifier that may matter, or null if each has to be looked at.
    @Nullable Elements elements(Quantified quantified, Evaluator evaluator) {
        return joins == null ? null : joins.elements(quantified, evaluator);
    }

    @Override
    public Workloads workloads() {
        return program.workloads();
    }

    @Override
    public Value fetch(Value path) {
        JsonPath compiled =
                switch (path) {
                    case Value.Prepared(JsonPath ready, _) -> ready;
                    case Value.Text(String text, _) ->
                            JsonPath.compile(text) instanceof JsonPath.Compiled(JsonPath ready)
                                    ? ready
                                    : null;
                    default -> null;
                };
        return compiled == null ? new Value.Wrong("a JSONPath", path) : select(compiled);
    }

    private Value select(JsonPath path) {
        Value found = JsonPaths.select(path, subject.root());
        if (found == null) {
            throw budget.exhausted("a path visits more than " + JsonPaths.MOST_VISITS + " nodes");
        }
        if (found instanceof Value.Items(List<Value> elements, _)) {
            budget.spend(elements.size());
        }
        return found;
    }

    @Override
    public Value attribute(Value receiver, String name) {
        budget.spend(1);
        if (receiver instanceof Value.Tree || receiver instanceof Value.Open) {
            return Nodes.field(receiver, name);
        }
        Builtin builtin = Builtins.attribute(receiver, name);
        if (builtin == null || !builtin.parameters().isEmpty()) {
            return new Value.Wrong("a value with `" + name + "`", receiver);
        }
        return builtin.implementation().apply(this, new Value[] {receiver});
    }

    @Override
    public void spend(int steps) {
        budget.spend(steps);
    }
}
