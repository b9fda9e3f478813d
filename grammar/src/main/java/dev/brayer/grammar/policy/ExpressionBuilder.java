package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.Contexts.broken;
import static dev.brayer.grammar.policy.Contexts.children;
import static dev.brayer.grammar.policy.Contexts.name;
import static dev.brayer.grammar.policy.Contexts.span;
import static dev.brayer.grammar.policy.Contexts.spanOf;
import static dev.brayer.grammar.policy.Contexts.start;
import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Makes the tree of an expression: its conditions here, what they compare in [OperandBuilder].
/// Where the parser gave up, parts are missing and become [Expression.Broken].
final class ExpressionBuilder {
    private final Source source;
    private final Diagnostics diagnostics;
    private final OperandBuilder operands;

    ExpressionBuilder(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.operands = new OperandBuilder(source, diagnostics, this);
    }

    OperandBuilder operands() {
        return operands;
    }

    /// @param parent whose expression this is; tells where a missing one would stand
    Expression expression(@Nullable ExpressionContext context, ParserRuleContext parent) {
        if (context == null) {
            return broken(parent);
        }
        List<Expression> alternatives = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof ConjunctionContext conjunction) {
                alternatives.add(conjunction(conjunction));
            }
        }
        if (alternatives.size() < 2) {
            return alternatives.isEmpty() ? broken(context) : alternatives.getFirst();
        }
        Expression.Or or = new Expression.Or(around(alternatives), alternatives);
        Doubts.reportGrouping(source, or, diagnostics);
        return or;
    }

    private Expression conjunction(ConjunctionContext context) {
        List<Expression> parts = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof ConditionContext condition) {
                parts.add(condition(condition, context));
            }
        }
        if (parts.size() < 2) {
            return parts.isEmpty() ? broken(context) : parts.getFirst();
        }
        return new Expression.And(around(parts), parts);
    }

    private Expression condition(@Nullable ConditionContext context, ParserRuleContext parent) {
        if (context instanceof PlainConditionContext plain) {
            return comparison(plain.comparison(), plain);
        }
        if (context instanceof QuantifiedContext quantified) {
            return quantified(quantified);
        }
        if (context instanceof NegationContext negation) {
            Expression operand = condition(negation.condition(), negation);
            return new Expression.Not(start(negation).to(operand.span()), operand);
        }
        return broken(context == null ? parent : context);
    }

    private Expression quantified(QuantifiedContext context) {
        List<Name> names = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof TerminalNode terminal && terminal.getSymbol().getType() == IDENT) {
                names.add(name(terminal.getSymbol()));
            }
        }
        if (names.isEmpty()) {
            return broken(context);
        }
        Expression list = operands.sum(context.sum(), context);
        ExpressionContext where = context.expression();
        Expression filter = where == null ? null : expression(where, context);
        Expression condition = condition(context.condition(), context);
        Quantifier quantifier =
                switch (context.getStart().getText()) {
                    case "every" -> Quantifier.EVERY;
                    case "any" -> Quantifier.ANY;
                    default -> Quantifier.NO;
                };
        return new Expression.Quantified(
                start(context).to(condition.span()),
                quantifier,
                names.getFirst(),
                names.size() > 1 ? names.get(1) : null,
                list,
                filter,
                condition);
    }

    private Expression comparison(@Nullable ComparisonContext context, ParserRuleContext parent) {
        if (context == null) {
            return broken(parent);
        }
        Expression result = operands.sum(first(context), context);
        OperatorContext operator = context.operator();
        if (operator != null) {
            SumContext rightSum = context.sum().size() > 1 ? context.sum(1) : null;
            Expression right = operands.sum(rightSum, operator);
            result =
                    new Expression.Comparison(
                            result.span().to(right.span()),
                            result,
                            operator(operator),
                            spanOf(operator),
                            right);
        } else if (context.EXISTS() != null) {
            result =
                    new Expression.Exists(
                            result.span().to(span(context.EXISTS().getSymbol())), result);
        }
        TerminalNode console = context.CONSOLE();
        if (context.ARROW() != null) {
            Span end = span((console == null ? context.ARROW() : console).getSymbol());
            result = new Expression.Console(result.span().to(end), result);
        }
        return result;
    }

    private static @Nullable SumContext first(ComparisonContext context) {
        return context.sum().isEmpty() ? null : context.sum(0);
    }

    private static ComparisonOperator operator(OperatorContext context) {
        return switch (context.getStart().getType()) {
            case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            case LESS -> ComparisonOperator.LESS;
            case LESS_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case GREATER -> ComparisonOperator.GREATER;
            case GREATER_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case IN -> ComparisonOperator.IN;
            case NOT -> ComparisonOperator.NOT_IN;
            case MATCHES -> ComparisonOperator.MATCHES;
            default -> ComparisonOperator.EQUAL;
        };
    }

    private static Span around(List<Expression> parts) {
        return parts.getFirst().span().to(parts.getLast().span());
    }
}
