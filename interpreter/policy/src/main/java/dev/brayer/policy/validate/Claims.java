package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.number.Decimal;
import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is claimed at once, and by which part of the policy.
final class Claims {
    /// More about one expression are no longer held against each other.
    private static final int MOST = 40;

    /// @param by the condition or the selector that claims it
    record Stated(Claim claim, Node by) {}

    /// Two that no document can fulfil together.
    record Conflict(Stated first, Stated second) {}

    private final Constants constants;

    /// What holds all around; null outermost.
    private final @Nullable Claims outer;

    private final Map<String, List<Stated>> stated = new HashMap<>();
    private @Nullable Conflict conflict;

    Claims(Constants constants) {
        this.constants = constants;
        this.outer = null;
    }

    private Claims(Claims outer) {
        this.constants = outer.constants;
        this.outer = outer;
        this.conflict = outer.conflict;
    }

    /// To claim more without changing these.
    Claims inner() {
        return new Claims(this);
    }

    /// The first two that exclude each other, if there are such.
    @Nullable Conflict conflict() {
        return conflict;
    }

    void add(Claim claim, Node by) {
        Stated added = new Stated(claim, by);
        for (Claims at = this; at != null && conflict == null; at = at.outer) {
            for (Stated earlier : at.stated.getOrDefault(claim.about(), List.of())) {
                if (conflict == null && Claim.exclude(earlier.claim(), claim)) {
                    conflict = new Conflict(earlier, added);
                }
            }
        }
        List<Stated> known = stated.computeIfAbsent(claim.about(), _ -> new ArrayList<>(2));
        if (known.size() < MOST) {
            known.add(added);
        }
    }

    /// What follows when a condition holds, or when it fails.
    void add(Expression written, boolean holds) {
        Expression expression = written.ungrouped();
        add(expression, holds, expression);
    }

    private void add(Expression expression, boolean holds, Expression by) {
        if (expression instanceof Expression.Not not) {
            add(not.operand().ungrouped(), !holds, by);
            return;
        }
        add(new Claim.Whole(Shape.of(expression), holds), by);
        if (expression instanceof Expression.Exists exists && !holds) {
            add(new Claim.Absent(Shape.of(exists.operand())), by);
        } else if (expression instanceof Expression.Comparison comparison) {
            comparison(comparison, holds, by);
        }
    }

    private void comparison(Expression.Comparison comparison, boolean holds, Expression by) {
        Value left = constants.value(comparison.left());
        Value right = constants.value(comparison.right());
        if ((left == null) == (right == null)) {
            return;
        }
        Expression operand = left == null ? comparison.left() : comparison.right();
        Value value = left == null ? right : left;
        ComparisonOperator written = comparison.operator();
        if (isCount(operand)) {
            add(new Claim.Bounded(Shape.of(operand), Operator.GREATER_OR_EQUAL, Decimal.ZERO), by);
        }
        Claim claim =
                switch (written) {
                    case EQUAL -> list(operand, single(value), holds);
                    case NOT_EQUAL -> list(operand, single(value), !holds);
                    case IN -> left == null ? list(operand, elements(value), holds) : null;
                    case NOT_IN -> left == null ? list(operand, elements(value), !holds) : null;
                    case LESS -> bounded(operand, Operator.LESS, value, left != null, holds);
                    case LESS_OR_EQUAL ->
                            bounded(operand, Operator.LESS_OR_EQUAL, value, left != null, holds);
                    case GREATER -> bounded(operand, Operator.GREATER, value, left != null, holds);
                    case GREATER_OR_EQUAL ->
                            bounded(operand, Operator.GREATER_OR_EQUAL, value, left != null, holds);
                    case MATCHES -> null;
                };
        if (claim != null) {
            add(claim, by);
        }
    }

    private static boolean isCount(Expression operand) {
        return operand.ungrouped() instanceof Expression.Call call
                && call.function().text().equals("count");
    }

    private static List<Value> single(@Nullable Value value) {
        return value == null || !isScalar(value) ? List.of() : List.of(value);
    }

    private static List<Value> elements(@Nullable Value value) {
        if (!(value instanceof Value.Items(List<Value> elements, _))) {
            return List.of();
        }
        for (Value element : elements) {
            if (!isScalar(element)) {
                return List.of();
            }
        }
        return elements;
    }

    private static boolean isScalar(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Numeral
                || value instanceof Value.Bool;
    }

    private static @Nullable Claim list(Expression operand, List<Value> values, boolean holds) {
        if (values.isEmpty()) {
            return null;
        }
        String about = Shape.of(operand);
        return holds ? new Claim.OneOf(about, values) : new Claim.NoneOf(about, values);
    }

    private static @Nullable Claim bounded(
            Expression operand,
            Operator operator,
            @Nullable Value value,
            boolean mirrored,
            boolean holds) {
        if (!(value instanceof Value.Numeral(Decimal limit, _))) {
            return null;
        }
        Operator read = mirrored ? Claim.mirrored(operator) : operator;
        return new Claim.Bounded(Shape.of(operand), holds ? read : read.opposite(), limit);
    }
}
