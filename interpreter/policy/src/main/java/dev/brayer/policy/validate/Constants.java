package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The expressions of a file that have one value whatever the document: literals, and variables
/// that stand for literals. A parameter is none of them; it is there to be set.
final class Constants {
    private record Variable(int from, Expression value) {}

    /// How many variables are followed, each of which stands for the next.
    private static final int MOST_VARIABLES = 50;

    private final Map<String, List<Variable>> variables;

    private Constants(Map<String, List<Variable>> variables) {
        this.variables = variables;
    }

    static Constants of(List<Item> items) {
        Map<String, List<Variable>> variables = new HashMap<>();
        for (Item item : items) {
            if (item instanceof Item.Variable variable) {
                variables
                        .computeIfAbsent(variable.name().text(), _ -> new ArrayList<>())
                        .add(new Variable(variable.span().end(), variable.value()));
            }
        }
        return new Constants(variables);
    }

    /// The same where names stand for something else, as those of a definition's parameters do.
    Constants without(List<FormalParameter> hidden) {
        Map<String, List<Variable>> visible = new HashMap<>(variables);
        for (FormalParameter parameter : hidden) {
            visible.remove(parameter.name().text());
        }
        return new Constants(visible);
    }

    /// The value, or null where only the run shows it.
    @Nullable Value value(Expression written) {
        return value(written, 0);
    }

    private @Nullable Value value(Expression written, int followed) {
        Expression expression = written.ungrouped();
        return switch (expression) {
            case Expression.TextLiteral literal ->
                    new Value.Text(literal.text(), Trace.Several.NONE);
            case Expression.IntegerLiteral literal -> number(new BigDecimal(literal.value()));
            case Expression.DecimalLiteral literal -> number(literal.value());
            case Expression.BooleanLiteral literal ->
                    new Value.Bool(literal.value(), Trace.Several.NONE);
            case Expression.Negative negative ->
                    value(negative.operand(), followed)
                                    instanceof Value.Numeral(BigDecimal amount, _)
                            ? number(amount.negate())
                            : null;
            case Expression.ListLiteral list -> list(list, followed);
            case Expression.Reference reference -> variable(reference, followed);
            default -> null;
        };
    }

    private static Value number(BigDecimal number) {
        return new Value.Numeral(number, Trace.Several.NONE);
    }

    private @Nullable Value list(Expression.ListLiteral list, int followed) {
        List<Value> elements = new ArrayList<>();
        for (Expression element : list.elements()) {
            Value value = value(element, followed);
            if (value == null) {
                return null;
            }
            elements.add(value);
        }
        return new Value.Items(elements, Trace.Several.NONE);
    }

    /// The last definition above the use, as the checker has it.
    private @Nullable Value variable(Expression.Reference reference, int followed) {
        Expression found = null;
        for (Variable variable : variables.getOrDefault(reference.name().text(), List.of())) {
            if (variable.from() <= reference.span().start()) {
                found = variable.value();
            }
        }
        return found == null || followed >= MOST_VARIABLES ? null : value(found, followed + 1);
    }
}
