package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;

/// Two values that may both be missing, under another operator than `==`.
final class CopperMissingValues extends CopperComparison {
    CopperMissingValues() {
        super(
                "lint-copper-missing-values",
                "rule Ordered ensure { fetch(\"$.spec.minReplicas\").first < fetch(\"$.spec.maxReplicas\").first }",
                "rule Ordered ensure on HorizontalPodAutoscaler { spec.minReplicas default 1 < spec.maxReplicas }",
                "Where both values were missing, Copper 1 let every operator hold. Here only `==` does; anything else is a finding.");
    }

    @Override
    void look(LintedFile file, Expression.Comparison comparison) {
        if (comparison.operator() != ComparisonOperator.EQUAL
                && Chains.takesOne(comparison.left(), file)
                && Chains.takesOne(comparison.right(), file)) {
            file.remark(
                    this,
                    comparison.operatorSpan(),
                    "where both values are missing, this held in Copper 1 and is a finding here",
                    "say with `default` what a missing value means");
        }
    }
}
