package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/// The bare words of an expression.
final class References {
    private References() {}

    static List<Expression.Reference> in(Expression expression) {
        List<Expression.Reference> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, List<Expression.Reference> found) {
        if (expression instanceof Expression.Reference reference) {
            found.add(reference);
        }
        for (Expression part : parts(expression)) {
            collect(part, found);
        }
    }

    private static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> or.alternatives();
            case Expression.And and -> and.parts();
            case Expression.Not not -> List.of(not.operand());
            case Expression.Quantified quantified -> {
                List<Expression> parts =
                        new ArrayList<>(List.of(quantified.list(), quantified.condition()));
                Expression filter = quantified.filter();
                if (filter != null) {
                    parts.add(filter);
                }
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
            case Expression.Reference ignored -> List.of();
            case Expression.TextLiteral ignored -> List.of();
            case Expression.IntegerLiteral ignored -> List.of();
            case Expression.DecimalLiteral ignored -> List.of();
            case Expression.BooleanLiteral ignored -> List.of();
            case Expression.NullLiteral ignored -> List.of();
            case Expression.SymbolLiteral ignored -> List.of();
            case Expression.Broken ignored -> List.of();
        };
    }
}
