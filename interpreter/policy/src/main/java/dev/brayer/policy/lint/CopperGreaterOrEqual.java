package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;

/// `>=`, which Copper 1 ran as `>`.
final class CopperGreaterOrEqual extends CopperComparison {
    CopperGreaterOrEqual() {
        super(
                "lint-copper-greater-or-equal",
                "rule HighPort ensure { fetch(\"$.spec.ports[0].port\").first >= 8000 }",
                "rule HighPort ensure on Service { every p in spec.ports : p.port >= 8000 }",
                "Copper 1 ran `>=` as `>`, so this rule now passes where both sides are equal. A rule with `on` was never run by"
                        + " Copper 1 and gets no such remark.");
    }

    @Override
    void look(LintedFile file, Expression.Comparison comparison) {
        if (comparison.operator() == ComparisonOperator.GREATER_OR_EQUAL) {
            file.remark(
                    this,
                    comparison.operatorSpan(),
                    "Copper 1 ran `>=` as `>`: equal values failed there and pass here",
                    "add `on` and a kind once that is what you want, or write `>`");
        }
    }
}
