package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.grammar.policy.tree.Selector;
import java.util.ArrayList;
import java.util.List;

/// What an expression or an item is made of.
public final class Parts {
    private Parts() {}

    /// The expressions right below one.
    public static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> or.alternatives();
            case Expression.And and -> and.parts();
            case Expression.Not not -> List.of(not.operand());
            case Expression.Quantified quantified -> {
                List<Expression> parts = new ArrayList<>(List.of(quantified.list()));
                if (quantified.filter() != null) {
                    parts.add(quantified.filter());
                }
                parts.add(quantified.condition());
                yield parts;
            }
            case Expression.Comparison comparison -> List.of(comparison.left(), comparison.right());
            case Expression.Exists exists -> List.of(exists.operand());
            case Expression.Console console -> List.of(console.operand());
            case Expression.Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Expression.Negative negative -> List.of(negative.operand());
            case Expression.Default fallback -> List.of(fallback.value(), fallback.otherwise());
            case Expression.Member member -> List.of(member.receiver());
            case Expression.MethodCall call -> {
                List<Expression> parts = new ArrayList<>(List.of(call.receiver()));
                parts.addAll(call.arguments());
                yield parts;
            }
            case Expression.Index index -> List.of(index.receiver(), index.key());
            case Expression.Call call -> call.arguments();
            case Expression.ListLiteral list -> list.elements();
            case Expression.Range range -> List.of(range.from(), range.to());
            case Expression.Group group -> List.of(group.inner());
            case Expression.Reference _,
                    Expression.TextLiteral _,
                    Expression.IntegerLiteral _,
                    Expression.DecimalLiteral _,
                    Expression.BooleanLiteral _,
                    Expression.NullLiteral _,
                    Expression.SymbolLiteral _,
                    Expression.Broken _ ->
                    List.of();
        };
    }

    /// The outermost expressions of an item.
    public static List<Expression> of(Item item) {
        return switch (item) {
            case Item.Variable variable -> List.of(variable.value());
            case Item.Definition definition -> List.of(definition.body());
            case Item.Parameter parameter ->
                    parameter.value() == null ? List.of() : List.of(parameter.value());
            case Item.Rule rule -> {
                List<Expression> parts = new ArrayList<>();
                Selector selector = rule.selector();
                if (selector != null && selector.condition() != null) {
                    parts.add(selector.condition());
                }
                Message message = rule.message();
                if (message != null) {
                    for (Message.Part part : message.parts()) {
                        if (part instanceof Message.Interpolation interpolation) {
                            parts.add(interpolation.expression());
                        }
                    }
                }
                parts.add(rule.body());
                yield parts;
            }
            case Item.Import _, Item.Test _, Item.Broken _ -> List.of();
        };
    }

    /// The conditions that have to hold together: `a and (b and c)` gives three.
    public static List<Expression> conjuncts(Expression expression) {
        List<Expression> conjuncts = new ArrayList<>();
        conjuncts(expression, conjuncts);
        return conjuncts;
    }

    private static void conjuncts(Expression expression, List<Expression> into) {
        if (expression.ungrouped() instanceof Expression.And and) {
            for (Expression part : and.parts()) {
                conjuncts(part, into);
            }
        } else {
            into.add(expression.ungrouped());
        }
    }

    /// The conditions of which one has to hold: `a or (b or c)` gives three.
    static List<Expression> alternatives(Expression expression) {
        List<Expression> alternatives = new ArrayList<>();
        alternatives(expression, alternatives);
        return alternatives;
    }

    private static void alternatives(Expression expression, List<Expression> into) {
        if (expression.ungrouped() instanceof Expression.Or or) {
            for (Expression alternative : or.alternatives()) {
                alternatives(alternative, into);
            }
        } else {
            into.add(expression.ungrouped());
        }
    }
}
