package dev.brayer.policy.evaluate;

import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtin.Form;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Searches expressions, through definitions, for what they are made of: above all for how far they
/// look, only into the judged document or to other objects of the run too.
final class Outlook {
    private final Predicate<Object> wanted;
    private final Set<Definition<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Outlook(Predicate<Object> wanted) {
        this.wanted = wanted;
    }

    /// Whether a rule or a variable of the program asks for other objects.
    static boolean seesOthers(Program program) {
        return new Outlook(Outlook::asksForObjects).finds(program);
    }

    /// Leads a visitor to all conditions and operands of a program.
    static void visit(Program program, Consumer<Object> visitor) {
        var unused =
                new Outlook(
                                part -> {
                                    visitor.accept(part);
                                    return false;
                                })
                        .finds(program);
    }

    static boolean contains(Condition condition, Predicate<Object> wanted) {
        return new Outlook(wanted).finds(condition);
    }

    static boolean contains(Operand operand, Predicate<Object> wanted) {
        return new Outlook(wanted).finds(operand);
    }

    private boolean finds(Program program) {
        for (Program.Variable variable : program.variables()) {
            if (finds(variable.value())) {
                return true;
            }
        }
        for (Rule rule : program.rules()) {
            Selection selection = rule.selection();
            boolean inFilter = selection != null && finds(selection.filter());
            if (inFilter || finds(rule.condition()) || finds(rule.message())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a function takes the name of a kind: it gives the objects of that kind.
    static boolean asksForObjects(Object part) {
        return part instanceof Operand.Call call && givesObjects(call.builtin());
    }

    /// Whether a rule or a variable of the program asks for every workload of the run.
    static boolean asksForWorkloads(Program program) {
        return new Outlook(part ->
                part instanceof Operand.Call call
                        && givesObjects(call.builtin())
                        && call.arguments().getFirst()
                                instanceof Operand.Constant(_, Value.Text(String kind, _))
                        && kind.equals("workload"))
                .finds(program);
    }

    private static boolean givesObjects(Builtin builtin) {
        for (Builtin.Parameter parameter : builtin.parameters()) {
            if (parameter.form() == Form.KIND) {
                return true;
            }
        }
        return false;
    }

    private boolean finds(Rule.@Nullable Message message) {
        if (message != null) {
            for (Rule.Part part : message.parts()) {
                if (part instanceof Rule.Part.Interpolation(Operand operand, _) && finds(operand)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean finds(@Nullable Condition condition) {
        if (condition == null) {
            return false;
        }
        return wanted.test(condition)
                || switch (condition) {
                    case Condition.And(_, List<Condition> parts) -> anyCondition(parts);
                    case Condition.Or(_, List<Condition> alternatives) ->
                            anyCondition(alternatives);
                    case Condition.Not(_, Condition negated) -> finds(negated);
                    case Condition.Compare(_, _, Operand left, Operand right) ->
                            finds(left) || finds(right);
                    case Condition.In(_, Operand left, Operand right) ->
                            finds(left) || finds(right);
                    case Condition.Contains(_, Operand list, Operand value) ->
                            finds(list) || finds(value);
                    case Condition.Matches(_, Operand left, Operand pattern, _) ->
                            finds(left) || finds(pattern);
                    case Condition.Exists(_, Operand operand) -> finds(operand);
                    case Condition.Holds(_, Operand operand) -> finds(operand);
                    case Condition.Console(_, Operand operand) -> finds(operand);
                    case Condition.Quantified quantified ->
                            finds(quantified.list())
                                    || finds(quantified.filter())
                                    || finds(quantified.condition());
                    case Condition.Apply(_, Definition<Condition> definition, var arguments) ->
                            anyOperand(arguments)
                                    || (seen.add(definition) && finds(definition.body()));
                };
    }

    private boolean finds(Operand operand) {
        return wanted.test(operand)
                || switch (operand) {
                    case Operand.Constant _, Operand.Fetch _, Operand.Local _ -> false;
                    case Operand.Variable _, Operand.Known _ -> false;
                    case Operand.Field(_, Operand receiver, _) -> finds(receiver);
                    case Operand.Member(_, Operand receiver, _) -> finds(receiver);
                    case Operand.Read(_, Operand source, _) -> finds(source);
                    case Operand.Index(_, Operand receiver, Operand key) ->
                            finds(receiver) || finds(key);
                    case Operand.Call(_, _, List<Operand> arguments) -> anyOperand(arguments);
                    case Operand.Method(_, _, List<Operand> arguments) -> anyOperand(arguments);
                    case Operand.Fallback(_, Operand value, Operand otherwise) ->
                            finds(value) || finds(otherwise);
                    case Operand.Arithmetic(_, _, Operand left, Operand right) ->
                            finds(left) || finds(right);
                    case Operand.ListOf(_, List<Operand> elements) -> anyOperand(elements);
                    case Operand.RangeOf(_, Operand low, Operand high) -> finds(low) || finds(high);
                    case Operand.Judged(_, Condition condition) -> finds(condition);
                    case Operand.Apply(_, Definition<Operand> definition, var arguments) ->
                            anyOperand(arguments)
                                    || (seen.add(definition) && finds(definition.body()));
                };
    }

    private boolean anyCondition(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (finds(condition)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyOperand(List<Operand> operands) {
        for (Operand operand : operands) {
            if (finds(operand)) {
                return true;
            }
        }
        return false;
    }
}
