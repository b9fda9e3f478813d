package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.Contexts.broken;
import static dev.brayer.grammar.policy.Contexts.children;
import static dev.brayer.grammar.policy.Contexts.name;
import static dev.brayer.grammar.policy.Contexts.span;
import static dev.brayer.grammar.policy.Contexts.spanOf;
import static dev.brayer.grammar.policy.Contexts.start;
import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ArithmeticOperator;
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

/// Makes the tree of what conditions compare: sums, paths, calls, literals.
final class OperandBuilder {
    private static final int MOST_DIGITS = 1000;

    private final Source source;
    private final Diagnostics diagnostics;
    private final ExpressionBuilder expressions;

    /// @param expressions makes what stands in brackets
    OperandBuilder(Source source, Diagnostics diagnostics, ExpressionBuilder expressions) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
    }

    /// @param parent whose value this is; tells where a missing one would stand
    Expression sum(@Nullable SumContext context, ParserRuleContext parent) {
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
                Expression key = expressions.expression(index.expression(), index);
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
            case STRING -> new Expression.TextLiteral(span, text(span, false), false);
            case TEXT -> new Expression.TextLiteral(span, text(span, true), true);
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
                expressions.expression(
                        context.expression().isEmpty() ? null : context.expression(0), context);
        if (context.RANGE() == null) {
            return new Expression.Group(span, inner);
        }
        Expression to =
                expressions.expression(
                        context.expression().size() > 1 ? context.expression(1) : null, context);
        return new Expression.Range(span, inner, to);
    }

    private List<Expression> arguments(@Nullable ArgumentsContext context) {
        List<Expression> result = new ArrayList<>();
        if (context != null) {
            for (ParseTree child : children(context)) {
                if (child instanceof ExpressionContext expression) {
                    result.add(expressions.expression(expression, context));
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

    /// A text without values in it.
    String text(Span span, boolean block) {
        return TextBlock.of(source, span, block, diagnostics).text();
    }
}
