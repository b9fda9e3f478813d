package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Comparisons that only ask whether anything is there.
final class Counts {
    private Counts() {}

    /// @param some whether there has to be something; else nothing
    record Asked(Expression counted, boolean some) {}

    /// What is counted in `count(x) > 0`, `x.count != 0`, `x.count == 0` and their like; `null` for
    /// any other comparison.
    static @Nullable Asked of(Expression expression) {
        if (!(expression.ungrouped() instanceof Expression.Comparison comparison)
                || !(comparison.right().ungrouped() instanceof Expression.IntegerLiteral number)) {
            return null;
        }
        Expression counted = counted(comparison.left().ungrouped());
        boolean zero = number.value().signum() == 0;
        boolean one = number.value().equals(BigInteger.ONE);
        ComparisonOperator operator = comparison.operator();
        boolean some =
                (zero
                                && (operator == ComparisonOperator.GREATER
                                        || operator == ComparisonOperator.NOT_EQUAL))
                        || (one && operator == ComparisonOperator.GREATER_OR_EQUAL);
        boolean none =
                (zero && operator == ComparisonOperator.EQUAL)
                        || (one && operator == ComparisonOperator.LESS);
        return counted == null || !(some || none) ? null : new Asked(counted, some);
    }

    private static @Nullable Expression counted(Expression expression) {
        if (expression instanceof Expression.Member member
                && member.name().text().equals("count")) {
            return member.receiver();
        }
        return expression instanceof Expression.Call call
                        && call.function().text().equals("count")
                        && call.arguments().size() == 1
                ? call.arguments().getFirst()
                : null;
    }
}
