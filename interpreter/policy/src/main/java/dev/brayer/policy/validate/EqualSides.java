package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.PolicyCode;

/// A value that is compared with itself.
final class EqualSides implements Validator {
    @Override
    public void validate(ReviewedFile file) {
        Constants constants = Constants.of(file.items());
        for (Item item : file.items()) {
            for (Expression expression : Parts.of(item)) {
                look(expression, constants, file);
            }
        }
    }

    private static void look(Expression expression, Constants constants, ReviewedFile file) {
        if (expression instanceof Expression.Comparison comparison
                && constants.value(comparison.left()) == null
                && Shape.of(comparison.left()).equals(Shape.of(comparison.right()))) {
            file.warn(
                    PolicyCode.EQUAL_SIDES,
                    comparison,
                    file.quoted(comparison.left()) + " is compared with itself",
                    "`… exists` asks whether a value is there");
        }
        for (Expression part : Parts.of(expression)) {
            look(part, constants, file);
        }
    }
}
