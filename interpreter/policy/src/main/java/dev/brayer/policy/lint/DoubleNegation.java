package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;

/// `not not x`.
final class DoubleNegation extends Lint {
    DoubleNegation() {
        super(
                "lint-double-negation",
                "rule Named ensure on any { not not metadata.namespace exists }",
                "rule Named ensure on any { metadata.namespace exists }",
                "The two cancel out.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Not not
                    && not.operand().ungrouped() instanceof Expression.Not inner) {
                file.rewrite(this, not, "`not` twice says nothing", file.text(inner.operand()));
            }
        }
    }
}
