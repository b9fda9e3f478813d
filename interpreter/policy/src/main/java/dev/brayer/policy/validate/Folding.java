package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.validate.Folded.Cause;
import dev.brayer.policy.validate.Folded.Why;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what a condition can be before any document is there.
final class Folding {
    private final Constants constants;

    Folding(Constants constants) {
        this.constants = constants;
    }

    /// @param facts what holds wherever the condition is judged
    Folded fold(Expression written, Claims facts) {
        Expression expression = written.ungrouped();
        return switch (expression) {
            case Expression.BooleanLiteral literal -> constant(literal, Truth.of(literal.value()));
            case Expression.Not not -> fold(not.operand(), facts).not();
            case Expression.And and -> all(and, facts);
            case Expression.Or or -> one(or, facts);
            case Expression.Comparison comparison -> comparison(comparison, facts);
            case Expression.Exists exists -> exists(exists, facts);
            case Expression.Quantified quantified -> quantified(quantified, facts);
            default -> part(expression, facts);
        };
    }

    /// The facts and what holds because these conditions do.
    Claims given(@Nullable Expression condition, Claims facts) {
        Claims more = facts.inner();
        if (condition != null) {
            for (Expression part : Parts.conjuncts(condition)) {
                more.add(part, true);
            }
        }
        return more;
    }

    private static Folded constant(Expression expression, Truth truth) {
        return new Folded(Outcomes.only(truth), new Cause(expression, null, Why.CONSTANT));
    }

    private Folded all(Expression.And and, Claims facts) {
        Outcomes outcomes = Outcomes.only(Truth.HOLDS);
        Cause never = null;
        Claims together = facts.inner();
        for (Expression part : Parts.conjuncts(and)) {
            Folded folded = fold(part, facts);
            outcomes = outcomes.and(folded.outcomes());
            never = never == null && folded.neverHolds() ? folded.cause() : never;
            together.add(part, true);
        }
        if (never == null && facts.conflict() == null && together.conflict() != null) {
            never = cause(together.conflict(), Why.EXCLUDES);
            outcomes = outcomes.withoutHolding();
        }
        boolean always = never == null && !outcomes.fails();
        return new Folded(outcomes, always ? new Cause(and, null, Why.CONSTANT) : never);
    }

    private Folded one(Expression.Or or, Claims facts) {
        Outcomes outcomes = Outcomes.only(Truth.FAILS);
        Cause always = null;
        Claims together = facts.inner();
        for (Expression alternative : Parts.alternatives(or)) {
            Folded folded = fold(alternative, facts);
            outcomes = outcomes.or(folded.outcomes());
            always = always == null && folded.neverFails() ? folded.cause() : always;
            together.add(alternative, false);
        }
        if (always == null && facts.conflict() == null && together.conflict() != null) {
            always = cause(together.conflict(), Why.COMPLETES);
            outcomes = outcomes.withoutFailing();
        }
        boolean never = always == null && !outcomes.holds();
        return new Folded(outcomes, never ? new Cause(or, null, Why.CONSTANT) : always);
    }

    private static @Nullable Cause cause(Claims.@Nullable Conflict conflict, Why why) {
        return conflict == null || !(conflict.second().by() instanceof Expression at)
                ? null
                : new Cause(at, conflict.first().by(), why);
    }

    private Folded comparison(Expression.Comparison comparison, Claims facts) {
        Value left = constants.value(comparison.left());
        Value right = constants.value(comparison.right());
        if (left == null || right == null) {
            boolean computed =
                    constants.isConstant(comparison.left())
                            && constants.isConstant(comparison.right());
            return computed
                    ? new Folded(Outcomes.ALL, new Cause(comparison, null, Why.COMPUTED))
                    : part(comparison, facts);
        }
        return switch (comparison.operator()) {
            case EQUAL -> compared(comparison, Operator.EQUAL, left, right);
            case NOT_EQUAL -> compared(comparison, Operator.NOT_EQUAL, left, right);
            case LESS -> compared(comparison, Operator.LESS, left, right);
            case LESS_OR_EQUAL -> compared(comparison, Operator.LESS_OR_EQUAL, left, right);
            case GREATER -> compared(comparison, Operator.GREATER, left, right);
            case GREATER_OR_EQUAL -> compared(comparison, Operator.GREATER_OR_EQUAL, left, right);
            case IN -> constant(comparison, Comparison.in(left, right));
            case NOT_IN -> constant(comparison, Comparison.in(left, right).not());
            case MATCHES -> Folded.UNKNOWN;
        };
    }

    private static Folded compared(
            Expression.Comparison comparison, Operator operator, Value left, Value right) {
        return constant(comparison, Comparison.compare(operator, left, right));
    }

    private Folded exists(Expression.Exists exists, Claims facts) {
        Expression operand = exists.operand().ungrouped();
        boolean there = constants.value(operand) != null || hasConstantDefault(operand);
        return there ? constant(exists, Truth.HOLDS) : part(exists, facts);
    }

    private boolean hasConstantDefault(Expression operand) {
        return operand instanceof Expression.Default fallback
                && constants.value(fallback.otherwise()) != null;
    }

    /// A condition that is not taken apart, held against the facts. Equal expressions at two places
    /// are two.
    @SuppressWarnings("ReferenceEquality")
    private static Folded part(Expression expression, Claims facts) {
        Node before = contradicted(expression, true, facts);
        if (before != null) {
            Why why = before == expression ? Why.CONSTANT : Why.EXCLUDES;
            return new Folded(
                    Outcomes.ALL.withoutHolding(),
                    new Cause(expression, before == expression ? null : before, why));
        }
        Node after = contradicted(expression, false, facts);
        if (after != null) {
            Why why = after == expression ? Why.CONSTANT : Why.FOLLOWS;
            return new Folded(
                    Outcomes.ALL.withoutFailing(),
                    new Cause(expression, after == expression ? null : after, why));
        }
        return Folded.UNKNOWN;
    }

    /// What keeps the condition from holding, or from failing.
    private static @Nullable Node contradicted(Expression expression, boolean holds, Claims facts) {
        Claims together = facts.inner();
        together.add(expression, holds);
        Claims.Conflict conflict = together.conflict();
        return conflict == null || facts.conflict() != null ? null : conflict.first().by();
    }

    private Folded quantified(Expression.Quantified quantified, Claims facts) {
        boolean any = quantified.quantifier() == Quantifier.ANY;
        if (constants.value(quantified.list()) instanceof Value.Items(List<Value> elements, _)
                && elements.isEmpty()) {
            return constant(quantified, Truth.of(!any));
        }
        Expression judged = quantified.condition().ungrouped();
        if (any && !(judged instanceof Expression.BooleanLiteral)) {
            Folded inner = fold(judged, given(quantified.filter(), facts));
            if (inner.neverHolds()) {
                return new Folded(Outcomes.ALL.withoutHolding(), inner.cause());
            }
        }
        return part(quantified, facts);
    }
}
