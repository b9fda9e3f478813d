package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/// `not x == y` for `x != y`.
final class NegatedComparison extends Lint {
    NegatedComparison() {
        super(
                "lint-negated-comparison",
                "rule NoNodePort ensure on Service { not spec.type default \"ClusterIP\" == \"NodePort\" }",
                "rule NoNodePort ensure on Service { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "Every comparison but `matches` has an operator for its opposite. It says the same with one word less, and"
                        + " nobody wonders what the `not` belongs to.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Not not
                    && not.operand().ungrouped() instanceof Expression.Comparison comparison) {
                ComparisonOperator opposite = opposite(comparison.operator());
                if (opposite != null) {
                    file.rewrite(
                            this,
                            not,
                            "`not` with `"
                                    + comparison.operator().symbol()
                                    + "` is `"
                                    + opposite.symbol()
                                    + "`",
                            file.text(comparison.left())
                                    + " "
                                    + opposite.symbol()
                                    + " "
                                    + file.text(comparison.right()));
                }
            }
        }
    }

    private static @Nullable ComparisonOperator opposite(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> ComparisonOperator.NOT_EQUAL;
            case NOT_EQUAL -> ComparisonOperator.EQUAL;
            case LESS -> ComparisonOperator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER;
            case GREATER -> ComparisonOperator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS;
            case IN -> ComparisonOperator.NOT_IN;
            case NOT_IN -> ComparisonOperator.IN;
            case MATCHES -> null;
        };
    }
}
