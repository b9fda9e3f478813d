package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/// A condition compared with `true` or `false`.
final class BooleanComparison extends Lint {
    BooleanComparison() {
        super(
                "lint-boolean-comparison",
                "rule NoLatest ensure { fetch(\"$..image\").as(:image).pick(:tag).contains(\"latest\") == false }",
                "rule NoLatest ensure { not fetch(\"$..image\").as(:image).pick(:tag).contains(\"latest\") }",
                "A condition holds or fails by itself; `not` says that it should fail. A field that is true or false may be"
                        + " compared: `hostNetwork == true` says what is expected of it.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Comparison comparison
                    && !(occurrence.around() instanceof Expression.Console)) {
                look(file, comparison);
            }
        }
    }

    private void look(LintedFile file, Expression.Comparison comparison) {
        boolean equal = comparison.operator() == ComparisonOperator.EQUAL;
        if (!equal && comparison.operator() != ComparisonOperator.NOT_EQUAL) {
            return;
        }
        Boolean right = literal(comparison.right());
        Boolean left = literal(comparison.left());
        Expression judged = right != null ? comparison.left() : comparison.right();
        Boolean literal = right != null ? right : left;
        if (literal == null || !isCondition(judged.ungrouped())) {
            return;
        }
        boolean wanted = equal == literal;
        file.rewrite(
                this,
                comparison,
                "a condition needs no comparison with `" + literal + "`",
                (wanted ? "" : "not ") + file.text(judged));
    }

    private static @Nullable Boolean literal(Expression expression) {
        return expression.ungrouped() instanceof Expression.BooleanLiteral literal
                ? Boolean.valueOf(literal.value())
                : null;
    }

    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Expression.And _,
                    Expression.Or _,
                    Expression.Not _,
                    Expression.Quantified _,
                    Expression.Comparison _,
                    Expression.Exists _ ->
                    true;
            case Expression.MethodCall call ->
                    call.name().text().equals("contains") && call.arguments().size() == 1;
            default -> false;
        };
    }
}
