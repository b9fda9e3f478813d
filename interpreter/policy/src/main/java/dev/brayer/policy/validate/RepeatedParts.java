package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.PolicyCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `and` and `or` with the same part twice.
final class RepeatedParts implements Validator {
    @Override
    public void validate(ReviewedFile file) {
        for (Item item : file.items()) {
            for (Expression expression : Parts.of(item)) {
                look(expression, file);
            }
        }
    }

    private static void look(Expression written, ReviewedFile file) {
        Expression expression = written.ungrouped();
        List<Expression> parts =
                switch (expression) {
                    case Expression.And and -> Parts.conjuncts(and);
                    case Expression.Or or -> Parts.alternatives(or);
                    default -> List.of();
                };
        Map<String, Expression> seen = new HashMap<>();
        for (Expression part : parts) {
            Expression first = seen.putIfAbsent(Shape.of(part), part);
            if (first != null) {
                file.warn(
                        PolicyCode.REPEATED_PART,
                        part,
                        file.quoted(part) + " stands here twice",
                        "take one of the two away, or write what was meant",
                        first,
                        "the first one");
            }
        }
        for (Expression part : parts.isEmpty() ? Parts.of(expression) : parts) {
            look(part, file);
        }
    }
}
