package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;

/// A comparison in a rule without a selector that Copper 1 judged otherwise. A rule with `on` is
/// none of Copper 1's.
abstract class CopperComparison extends Lint {
    CopperComparison(String id, String avoid, String prefer, String why) {
        super(id, avoid, prefer, why);
    }

    @Override
    final void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.isInCopperRule()
                    && occurrence.expression() instanceof Expression.Comparison comparison) {
                look(file, comparison);
            }
        }
    }

    abstract void look(LintedFile file, Expression.Comparison comparison);
}
