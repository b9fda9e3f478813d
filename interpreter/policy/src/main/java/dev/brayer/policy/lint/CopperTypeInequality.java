package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;

/// `!=` with a literal, which passed for values of another type.
final class CopperTypeInequality extends CopperComparison {
    CopperTypeInequality() {
        super(
                "lint-copper-type-inequality",
                "rule NotRoot ensure { fetch(\"$.spec.securityContext.runAsUser\").first != 0 }",
                "rule NotRoot ensure on Pod { spec.securityContext.runAsUser default 0 != 0 }",
                "`!=` passed in Copper 1 where the value was of another type than the literal: `\"0\" != 0` held. Here comparing"
                        + " different types never passes.");
    }

    @Override
    void look(LintedFile file, Expression.Comparison comparison) {
        if (comparison.operator() == ComparisonOperator.NOT_EQUAL
                && Chains.takesOne(comparison.left(), file)
                && isLiteral(comparison.right().ungrouped())) {
            file.remark(
                    this,
                    comparison.operatorSpan(),
                    "a value of another type passed in Copper 1 and is a finding here",
                    null);
        }
    }

    private static boolean isLiteral(Expression expression) {
        return expression instanceof Expression.TextLiteral
                || expression instanceof Expression.IntegerLiteral
                || expression instanceof Expression.BooleanLiteral;
    }
}
