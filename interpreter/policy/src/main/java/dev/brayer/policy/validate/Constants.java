package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.number.Decimal;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The expressions of a file that have one value whatever the document: literals, and variables
/// that stand for literals. A parameter is none of them; it is there to be set.
final class Constants {
    private record Variable(int from, Expression value) {}

    /// How many variables are followed, each of which stands for the next.
    private static final int MOST_VARIABLES = 50;

    /// They look at the document, or at others.
    private static final Set<String> FUNCTIONS_OF_DOCUMENTS =
            Set.of("fetch", "resources", "others");

    private final Map<String, List<Variable>> variables;

    /// Functions that are not the language's own.
    private final Set<String> definitions;

    private Constants(Map<String, List<Variable>> variables, Set<String> definitions) {
        this.variables = variables;
        this.definitions = definitions;
    }

    static Constants of(List<Item> items) {
        Map<String, List<Variable>> variables = new HashMap<>();
        Set<String> definitions = new HashSet<>();
        for (Item item : items) {
            switch (item) {
                case Item.Variable variable ->
                        variables
                                .computeIfAbsent(variable.name().text(), _ -> new ArrayList<>())
                                .add(new Variable(variable.span().end(), variable.value()));
                case Item.Definition definition -> definitions.add(definition.name().text());
                case Item.Import brought ->
                        brought.names().forEach(name -> definitions.add(name.text()));
                case Item.Parameter _, Item.Rule _, Item.Test _, Item.Broken _ -> {}
            }
        }
        return new Constants(variables, definitions);
    }

    /// The same where names stand for something else, as those of a definition's parameters do.
    Constants without(List<FormalParameter> hidden) {
        Map<String, List<Variable>> visible = new HashMap<>(variables);
        for (FormalParameter parameter : hidden) {
            visible.remove(parameter.name().text());
        }
        return new Constants(visible, definitions);
    }

    /// The value, or null where only the run shows it.
    @Nullable Value value(Expression written) {
        return value(written, 0, new Effort());
    }

    private @Nullable Value value(Expression written, int followed, Effort effort) {
        if (effort.isTooMuch()) {
            return null;
        }
        Expression expression = written.ungrouped();
        return switch (expression) {
            case Expression.TextLiteral literal ->
                    new Value.Text(literal.text(), Trace.Several.NONE);
            case Expression.IntegerLiteral literal -> number(Decimal.of(literal.value()));
            case Expression.DecimalLiteral literal -> number(literal.value());
            case Expression.BooleanLiteral literal ->
                    new Value.Bool(literal.value(), Trace.Several.NONE);
            case Expression.Negative negative ->
                    value(negative.operand(), followed, effort)
                                    instanceof Value.Numeral(Decimal amount, _)
                            ? number(amount.negate())
                            : null;
            case Expression.ListLiteral list -> list(list, followed, effort);
            case Expression.Reference reference -> variable(reference, followed, effort);
            default -> null;
        };
    }

    /// Variables of lists of variables stand for more than anybody would write: then only the run
    /// shows the value.
    private static final class Effort {
        private static final int MOST_PARTS = 10_000;

        private int parts;

        boolean isTooMuch() {
            return ++parts > MOST_PARTS;
        }
    }

    /// Whether the value is known before the run, whatever it is: a function of constants is.
    boolean isConstant(Expression written) {
        return isConstant(written, 0, new Effort());
    }

    private boolean isConstant(Expression written, int followed, Effort effort) {
        if (effort.isTooMuch()) {
            return false;
        }
        Expression expression = written.ungrouped();
        return switch (expression) {
            case Expression.SymbolLiteral _ -> true;
            case Expression.Call call ->
                    !definitions.contains(call.function().text())
                            && !FUNCTIONS_OF_DOCUMENTS.contains(call.function().text())
                            && areConstant(call.arguments(), followed, effort);
            case Expression.Member _,
                    Expression.MethodCall _,
                    Expression.Index _,
                    Expression.Range _,
                    Expression.ListLiteral _,
                    Expression.Arithmetic _ ->
                    areConstant(Parts.of(expression), followed, effort);
            case Expression.Reference reference -> {
                Expression found = definition(reference);
                yield found != null
                        && followed < MOST_VARIABLES
                        && isConstant(found, followed + 1, effort);
            }
            default -> value(expression, followed, effort) != null;
        };
    }

    private boolean areConstant(List<Expression> parts, int followed, Effort effort) {
        for (Expression part : parts) {
            if (!isConstant(part, followed, effort)) {
                return false;
            }
        }
        return true;
    }

    private static Value number(Decimal number) {
        return new Value.Numeral(number, Trace.Several.NONE);
    }

    private @Nullable Value list(Expression.ListLiteral list, int followed, Effort effort) {
        List<Value> elements = new ArrayList<>();
        for (Expression element : list.elements()) {
            Value value = value(element, followed, effort);
            if (value == null) {
                return null;
            }
            elements.add(value);
        }
        return new Value.Items(elements, Trace.Several.NONE);
    }

    private @Nullable Value variable(Expression.Reference reference, int followed, Effort effort) {
        Expression found = definition(reference);
        return found == null || followed >= MOST_VARIABLES
                ? null
                : value(found, followed + 1, effort);
    }

    /// The last definition above the use, as the checker has it.
    private @Nullable Expression definition(Expression.Reference reference) {
        Expression found = null;
        for (Variable variable : variables.getOrDefault(reference.name().text(), List.of())) {
            if (variable.from() <= reference.span().start()) {
                found = variable.value();
            }
        }
        return found;
    }
}
