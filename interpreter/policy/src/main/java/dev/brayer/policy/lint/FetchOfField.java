package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.List;

/// `fetch("$.a.b").first` for `a.b`.
///
/// A field that the schema knows as a list or a map is empty where it is missing, while what
/// `fetch` finds is missing then. So it is only mended where that makes no difference, or where a
/// list would be an error.
final class FetchOfField extends Lint {
    /// What every rule with a selector sees, whatever it selects.
    private static final List<String> COMMON =
            List.of("apiVersion", "kind", "metadata", "spec", "status", "data");

    private static final String MESSAGE = "this fetches a field of the object";

    FetchOfField() {
        super(
                "lint-fetch-of-field",
                "rule NoNodePort ensure on Service { fetch(\"$.spec.type\").first default \"ClusterIP\" != \"NodePort\" }",
                "rule NoNodePort ensure on Service { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "In a rule with `on`, fields are names. They are checked against the schema before anything runs; a misspelt path"
                        + " in a `fetch` finds nothing and nobody says so.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.isInSelectingRule()
                    && occurrence.expression() instanceof Expression.Member member
                    && member.name().text().equals("first")) {
                FieldPath path = FieldPath.fetched(member.receiver());
                if (path != null) {
                    String first = path.names().getFirst();
                    boolean plain =
                            COMMON.contains(first)
                                    && !file.valueNames().contains(first)
                                    && !occurrence.loopNames().contains(first);
                    String access = plain ? path.access() : "resource." + path.access();
                    if (path.isText() || isForOneValue(occurrence)) {
                        file.rewrite(this, member, MESSAGE, access);
                    } else {
                        file.remark(
                                this,
                                member.span(),
                                MESSAGE,
                                "write `"
                                        + access
                                        + "`; a list or map that is missing is empty then");
                    }
                }
            }
        }
    }

    /// Whether a missing list means the same there as an empty one, or no list may stand there.
    private static boolean isForOneValue(Occurrence occurrence) {
        Expression expression = occurrence.expression();
        Expression around = occurrence.around();
        if (around instanceof Expression.Comparison comparison) {
            boolean sought =
                    comparison.operator() == Expression.ComparisonOperator.IN
                            || comparison.operator() == Expression.ComparisonOperator.NOT_IN;
            return comparison.left().ungrouped().equals(expression)
                    ? isOneValue(comparison.right())
                    : !sought && isOneValue(comparison.left());
        }
        if (around instanceof Expression.Default fallback) {
            return fallback.value().ungrouped().equals(expression);
        }
        return around instanceof Expression.Exists
                || around instanceof Expression.Not
                || around instanceof Expression.And
                || around instanceof Expression.Or;
    }

    private static boolean isOneValue(Expression expression) {
        return switch (expression.ungrouped()) {
            case Expression.TextLiteral _,
                    Expression.IntegerLiteral _,
                    Expression.DecimalLiteral _,
                    Expression.BooleanLiteral _ ->
                    true;
            case Expression.ListLiteral list -> !list.elements().isEmpty() && areValues(list);
            default -> false;
        };
    }

    private static boolean areValues(Expression.ListLiteral list) {
        for (Expression element : list.elements()) {
            if (element.ungrouped() instanceof Expression.ListLiteral || !isOneValue(element)) {
                return false;
            }
        }
        return true;
    }
}
