package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;

/// `=` for `==`.
final class SingleEquals extends Lint {
    SingleEquals() {
        super(
                "lint-single-equals",
                "rule OnePort ensure { fetch(\"$.spec.ports\").count = 1 }",
                "rule OnePort ensure { fetch(\"$.spec.ports\").count == 1 }",
                "`=` defines a name after `var`, `param` and `def`, and compares elsewhere, as in Copper 1. `==` always"
                        + " compares, so a reader need not look twice.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Comparison comparison
                    && file.source().text(comparison.operatorSpan()).equals("=")) {
                file.remark(
                        this,
                        comparison.operatorSpan(),
                        "`=` compares here",
                        "write `==`",
                        new Edit(comparison.operatorSpan(), "=="));
            }
        }
    }
}
