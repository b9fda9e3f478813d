package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;

/// `in` on a network, which left out two addresses.
final class CopperNetwork extends CopperComparison {
    CopperNetwork() {
        super(
                "lint-copper-network",
                "rule Inside ensure { ipaddress(\"10.0.0.7\") in ipaddress(\"10.0.0.0/24\") }",
                "rule Inside ensure on Service { spec.clusterIP in ipaddress(\"10.0.0.0/24\") }",
                "`in` covers all addresses of a network here. Copper 1 left out the first and the last.");
    }

    @Override
    void look(LintedFile file, Expression.Comparison comparison) {
        boolean in =
                comparison.operator() == ComparisonOperator.IN
                        || comparison.operator() == ComparisonOperator.NOT_IN;
        if (in
                && Chains.start(comparison.right(), file) instanceof Expression.Call call
                && call.function().text().equals("ipaddress")) {
            file.remark(
                    this,
                    comparison.operatorSpan(),
                    "the first and the last address of a network are in it here, and were not in Copper 1",
                    null);
        }
    }
}
