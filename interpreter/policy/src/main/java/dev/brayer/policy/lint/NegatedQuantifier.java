package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.text.Span;

/// `not any` for `no`, and `every … : not` for `no … :`.
final class NegatedQuantifier extends Lint {
    NegatedQuantifier() {
        super(
                "lint-negated-quantifier",
                "rule NoHostPath ensure on Pod { not any v in spec.volumes : v.hostPath exists }",
                "rule NoHostPath ensure on Pod { no v in spec.volumes : v.hostPath exists }",
                "`no` says directly that there must be no such element.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Not not
                    && not.operand() instanceof Expression.Quantified quantified) {
                negated(file, not, quantified);
            } else if (occurrence.expression() instanceof Expression.Quantified quantified
                    && quantified.quantifier() == Quantifier.EVERY
                    && quantified.condition() instanceof Expression.Not not
                    && !(not.operand().ungrouped() instanceof Expression.Comparison)) {
                everyNot(file, quantified, not);
            }
        }
    }

    private void negated(LintedFile file, Expression.Not not, Expression.Quantified quantified) {
        String word =
                switch (quantified.quantifier()) {
                    case ANY -> "no";
                    case NO -> "any";
                    case EVERY -> null;
                };
        if (word == null) {
            return;
        }
        Span words = new Span(not.span().start(), wordEnd(quantified));
        String written = quantified.quantifier().word();
        Edit[] fix = file.hasComment(words) ? new Edit[0] : new Edit[] {new Edit(words, word)};
        file.remark(
                this,
                words,
                "`not " + written + "` is `" + word + "`",
                "write `" + word + "`",
                fix);
    }

    private void everyNot(LintedFile file, Expression.Quantified quantified, Expression.Not not) {
        Span word = new Span(quantified.span().start(), wordEnd(quantified));
        Span negation = new Span(not.span().start(), not.operand().span().start());
        Edit[] fix =
                file.hasComment(negation)
                        ? new Edit[0]
                        : new Edit[] {new Edit(word, "no"), new Edit(negation, "")};
        file.remark(
                this,
                word,
                "`every` with `not` is `no`",
                "write `no` and leave the `not` out",
                fix);
    }

    private static int wordEnd(Expression.Quantified quantified) {
        return quantified.span().start() + quantified.quantifier().word().length();
    }
}
