package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ArithmeticOperator;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.number.Decimal;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Makes the tree of an expression. Where the parser gave up, parts are missing and become
/// [Expression.Broken].
final class ExpressionBuilder {
    private static final int MOST_DIGITS = 1000;

    private final Source source;
    private final Diagnostics diagnostics;

    ExpressionBuilder(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
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
        Expression.Or or = new Expression.Or(span(alternatives), alternatives);
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
        return new Expression.And(span(parts), parts);
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
        Expression list = sum(context.sum(), context);
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
        Expression result = sum(first(context), context);
        OperatorContext operator = context.operator();
        if (operator != null) {
            SumContext rightSum = context.sum().size() > 1 ? context.sum(1) : null;
            Expression right = sum(rightSum, operator);
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

    private Expression sum(@Nullable SumContext context, ParserRuleContext parent) {
        return context == null ? broken(parent) : arithmetic(context);
    }

    /// A chain of `+ -` or `* /`, from the left.
    private Expression arithmetic(ParserRuleContext context) {
        Expression result = null;
        Token operator = null;
        List<Token> operators = new ArrayList<>();
        List<Expression> operands = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof TerminalNode terminal) {
                operator = terminal.getSymbol();
                operators.add(operator);
                continue;
            }
            Expression operand =
                    child instanceof ProductContext product
                            ? arithmetic(product)
                            : child instanceof UnaryContext unary ? unary(unary) : broken(context);
            operands.add(operand);
            result =
                    result == null || operator == null
                            ? operand
                            : new Expression.Arithmetic(
                                    result.span().to(operand.span()),
                                    result,
                                    arithmeticOperator(operator),
                                    span(operator),
                                    operand);
        }
        if (operands.size() > 1 && operands.size() == operators.size() + 1) {
            Doubts.reportHyphens(source, operands, operators, diagnostics);
        }
        return result == null ? broken(context) : result;
    }

    private static ArithmeticOperator arithmeticOperator(Token token) {
        return switch (token.getType()) {
            case PLUS -> ArithmeticOperator.ADD;
            case MINUS -> ArithmeticOperator.SUBTRACT;
            case STAR -> ArithmeticOperator.MULTIPLY;
            default -> ArithmeticOperator.DIVIDE;
        };
    }

    private Expression unary(UnaryContext context) {
        if (context instanceof PlainUnaryContext plain) {
            return plain.fallback() == null ? broken(plain) : fallback(plain.fallback());
        }
        if (context instanceof NegativeContext negative) {
            Expression operand =
                    negative.unary() == null ? broken(negative) : unary(negative.unary());
            return new Expression.Negative(start(negative).to(operand.span()), operand);
        }
        return broken(context);
    }

    private Expression fallback(FallbackContext context) {
        Expression result = null;
        for (ParseTree child : children(context)) {
            if (child instanceof PostfixContext postfix) {
                Expression next = postfix(postfix);
                result =
                        result == null
                                ? next
                                : new Expression.Default(
                                        result.span().to(next.span()), result, next);
            }
        }
        return result == null ? broken(context) : result;
    }

    private Expression postfix(PostfixContext context) {
        Expression result =
                context.primary() == null ? broken(context) : primary(context.primary());
        for (ParseTree child : children(context)) {
            if (child instanceof MemberTrailerContext member) {
                result = member(result, member);
            } else if (child instanceof IndexTrailerContext index) {
                Expression key = expression(index.expression(), index);
                result =
                        new Expression.Index(
                                result.span().to(spanOf(index)).to(key.span()), result, key);
            }
        }
        return result;
    }

    private Expression member(Expression receiver, MemberTrailerContext context) {
        if (context.word() == null || context.word().exception != null) {
            return new Expression.Member(
                    receiver.span().to(spanOf(context)),
                    receiver,
                    new Name(Span.at(spanOf(context).end()), ""));
        }
        Name name = name(context.word().getStart());
        Span span = receiver.span().to(spanOf(context));
        return context.LPAREN() == null
                ? new Expression.Member(span, receiver, name)
                : new Expression.MethodCall(span, receiver, name, arguments(context.arguments()));
    }

    private Expression primary(PrimaryContext context) {
        Span span = spanOf(context);
        if (context instanceof NamePrimaryContext name) {
            Name called = name(name.getStart());
            return name.LPAREN() == null
                    ? new Expression.Reference(span, called)
                    : new Expression.Call(span, called, arguments(name.arguments()));
        }
        if (context instanceof SoftNamePrimaryContext) {
            return new Expression.Reference(span, name(context.getStart()));
        }
        if (context instanceof SymbolPrimaryContext symbol) {
            return new Expression.SymbolLiteral(span, symbol(symbol.symbol(), span));
        }
        if (context instanceof ListPrimaryContext list) {
            return new Expression.ListLiteral(span, arguments(list.arguments()));
        }
        if (context instanceof GroupPrimaryContext group) {
            return group(group, span);
        }
        return switch (context.getStart().getType()) {
            case STRING -> new Expression.TextLiteral(span, plainText(span, false), false);
            case TEXT -> new Expression.TextLiteral(span, plainText(span, true), true);
            case INTEGER -> integer(span);
            case DECIMAL -> decimal(span);
            case TRUE -> new Expression.BooleanLiteral(span, true);
            case FALSE -> new Expression.BooleanLiteral(span, false);
            case NULL -> new Expression.NullLiteral(span);
            default -> broken(context);
        };
    }

    private Expression group(GroupPrimaryContext context, Span span) {
        Expression inner =
                expression(context.expression().isEmpty() ? null : context.expression(0), context);
        if (context.RANGE() == null) {
            return new Expression.Group(span, inner);
        }
        Expression to =
                expression(context.expression().size() > 1 ? context.expression(1) : null, context);
        return new Expression.Range(span, inner, to);
    }

    private List<Expression> arguments(@Nullable ArgumentsContext context) {
        List<Expression> result = new ArrayList<>();
        if (context != null) {
            for (ParseTree child : children(context)) {
                if (child instanceof ExpressionContext expression) {
                    result.add(expression(expression, context));
                }
            }
        }
        return result;
    }

    /// The word of a symbol, which must touch its colon.
    Name symbol(@Nullable SymbolContext context, Span otherwise) {
        if (context == null || context.word() == null || context.word().exception != null) {
            return new Name(Span.at(otherwise.end()), "");
        }
        Name name = name(context.word().getStart());
        Span colon = start(context);
        if (colon.end() != name.span().start()) {
            diagnostics.add(
                    Diagnostic.error(
                                    PolicySyntaxCode.SYMBOL,
                                    source.place(colon.to(name.span())),
                                    "a symbol's word stands right behind its colon")
                            .withHint("write `:" + name.text() + "`"));
        }
        return name;
    }

    private Expression integer(Span span) {
        return isTooLong(span)
                ? new Expression.Broken(span)
                : new Expression.IntegerLiteral(span, new BigInteger(source.text(span)));
    }

    private Expression decimal(Span span) {
        return isTooLong(span)
                ? new Expression.Broken(span)
                : new Expression.DecimalLiteral(span, Decimal.parse(source.text(span)));
    }

    private boolean isTooLong(Span span) {
        if (span.length() <= MOST_DIGITS) {
            return false;
        }
        diagnostics.add(
                Diagnostic.error(
                        PolicySyntaxCode.NUMBER_LENGTH,
                        source.place(span),
                        "a number has at most "
                                + MOST_DIGITS
                                + " digits, this one has "
                                + span.length()));
        return true;
    }

    String plainText(Span span, boolean block) {
        return TextBlock.of(source, span, block, diagnostics).text();
    }

    /// A point behind what there is of the parent.
    static Expression broken(ParserRuleContext parent) {
        return new Expression.Broken(Span.at(spanOf(parent).end()));
    }

    static Name name(Token token) {
        return new Name(span(token), token.getText());
    }

    static List<ParseTree> children(ParserRuleContext context) {
        return context.children == null ? List.of() : context.children;
    }

    static Span span(Token token) {
        return TokenReader.span(token);
    }

    private static Span start(ParserRuleContext context) {
        return span(context.getStart());
    }

    private static Span span(List<Expression> operands) {
        return operands.getFirst().span().to(operands.getLast().span());
    }

    /// From the first token of a context to its last; a point when nothing was read.
    static Span spanOf(ParserRuleContext context) {
        int start = context.getStart().getStartIndex();
        Token stop = context.getStop();
        return new Span(start, stop == null ? start : Math.max(start, stop.getStopIndex() + 1));
    }
}
