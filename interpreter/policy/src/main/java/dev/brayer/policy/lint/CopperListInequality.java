package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;

/// `!=` of lists, which Copper 1 compared in their order.
final class CopperListInequality extends CopperComparison {
    CopperListInequality() {
        super(
                "lint-copper-list-inequality",
                "rule OtherPorts ensure { fetch(\"$.spec.ports..port\") != [80, 443] }",
                "rule OtherPorts ensure on Service { spec.ports.pick(:port) != [80, 443] }",
                "`==` ignores the order of lists. `!=` is its opposite here; in Copper 1 it did not ignore the order, so lists that"
                        + " differ only in it were unequal.");
    }

    @Override
    void look(LintedFile file, Expression.Comparison comparison) {
        if (comparison.operator() == ComparisonOperator.NOT_EQUAL
                && (Chains.isList(comparison.left(), file)
                        || Chains.isList(comparison.right(), file))) {
            file.remark(
                    this,
                    comparison.operatorSpan(),
                    "lists in another order were unequal in Copper 1 and are equal here",
                    null);
        }
    }
}
