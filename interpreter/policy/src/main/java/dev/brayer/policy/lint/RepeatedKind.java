package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `where kind == …`, which the selector says already, or should.
final class RepeatedKind extends Lint {
    RepeatedKind() {
        super(
                "lint-repeated-kind",
                "rule NoNodePort ensure on Service where kind == \"Service\" { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "rule NoNodePort ensure on Service { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "What a rule is about stands after `on`. A kind that stands there is known before the run: its fields are checked,"
                        + " and a misspelt one is an error instead of a rule that selects nothing.");
    }

    @Override
    void look(LintedFile file) {
        for (Item item : file.items()) {
            if (item instanceof Item.Rule rule) {
                Selector selector = rule.selector();
                Expression condition = selector == null ? null : selector.condition();
                if (selector != null && condition != null) {
                    look(file, selector, condition);
                }
            }
        }
    }

    private void look(LintedFile file, Selector selector, Expression condition) {
        List<Expression> parts =
                condition instanceof Expression.And and ? and.parts() : List.of(condition);
        for (int index = 0; index < parts.size(); index++) {
            String kind = kind(parts.get(index));
            if (kind == null) {
                continue;
            }
            Span part = parts.get(index).span();
            boolean same =
                    selector.targets().size() == 1
                            && selector.targets().getFirst() instanceof Target.Kind target
                            && target.kind().text().equals(kind);
            if (!same) {
                file.remark(
                        this,
                        part,
                        "the kind belongs into the selector",
                        "write `on " + kind + "`");
                continue;
            }
            Span gone = gone(selector, parts, index);
            Edit[] fix = file.hasComment(gone) ? new Edit[0] : new Edit[] {new Edit(gone, "")};
            file.remark(this, part, "the selector says that already", "leave it out", fix);
        }
    }

    private static Span gone(Selector selector, List<Expression> parts, int index) {
        Span part = parts.get(index).span();
        if (parts.size() == 1) {
            return new Span(selector.targets().getLast().span().end(), part.end());
        }
        return index + 1 < parts.size()
                ? new Span(part.start(), parts.get(index + 1).span().start())
                : new Span(parts.get(index - 1).span().end(), part.end());
    }

    private static @Nullable String kind(Expression part) {
        return part.ungrouped() instanceof Expression.Comparison comparison
                        && comparison.operator() == ComparisonOperator.EQUAL
                        && comparison.left().ungrouped() instanceof Expression.Reference reference
                        && reference.name().text().equals("kind")
                        && comparison.right().ungrouped() instanceof Expression.TextLiteral kind
                ? kind.text()
                : null;
    }
}
