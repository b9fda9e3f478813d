package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.validate.Parts;
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
        for (Expression part : Parts.of(expression)) {
            collect(part, found);
        }
    }
}
