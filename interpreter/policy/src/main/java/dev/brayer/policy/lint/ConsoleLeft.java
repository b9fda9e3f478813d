package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;

/// `-> console` that was left in a policy.
final class ConsoleLeft extends Lint {
    ConsoleLeft() {
        super(
                "lint-console",
                "rule Ports warn { fetch(\"$.spec.ports..port\") -> console }",
                "rule Ports warn { fetch(\"$.spec.ports..port\").first in (8000..9000) }",
                "`X -> console` prints X and never holds: it is for finding out while a rule is written. `brayer eval` shows values"
                        + " without a change to the policy.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Console console) {
                file.remark(
                        this,
                        console.span(),
                        "this prints and never holds",
                        "write a condition; `brayer eval` shows values");
            }
        }
    }
}
