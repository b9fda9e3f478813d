package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.policy.validate.Shape;
import dev.brayer.text.Span;
import java.util.List;

/// `count(x) > 0 and any e in x : …`.
final class CountBesideAny extends Lint {
    CountBesideAny() {
        super(
                "lint-count-beside-any",
                "rule Fenced ensure on Deployment { count(resources(\"NetworkPolicy\")) > 0 and any p in resources(\"NetworkPolicy\") : selects(p, resource) }",
                "rule Fenced ensure on Deployment { any p in resources(\"NetworkPolicy\") : selects(p, resource) }",
                "`any` fails for an empty list, so it asks already whether there is an element.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.And and) {
                for (int index = 0; index < and.parts().size(); index++) {
                    Counts.Asked asked = Counts.of(and.parts().get(index));
                    if (asked != null && asked.some() && isAskedByAny(asked, and.parts())) {
                        remark(file, and.parts(), index);
                    }
                }
            }
        }
    }

    private static boolean isAskedByAny(Counts.Asked asked, List<Expression> parts) {
        for (Expression part : parts) {
            if (part.ungrouped() instanceof Expression.Quantified quantified
                    && quantified.quantifier() == Quantifier.ANY
                    && Shape.of(quantified.list()).equals(Shape.of(asked.counted()))) {
                return true;
            }
        }
        return false;
    }

    private void remark(LintedFile file, List<Expression> parts, int index) {
        Span part = parts.get(index).span();
        Span gone =
                index + 1 < parts.size()
                        ? new Span(part.start(), parts.get(index + 1).span().start())
                        : new Span(parts.get(index - 1).span().end(), part.end());
        Edit[] fix = file.hasComment(gone) ? new Edit[0] : new Edit[] {new Edit(gone, "")};
        file.remark(
                this, part, "`any` asks already whether there is an element", "leave it out", fix);
    }
}
