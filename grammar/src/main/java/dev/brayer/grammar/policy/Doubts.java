package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// What is right by the grammar and yet probably not what was meant.
final class Doubts {
    private static final int LONGEST_OPERAND = 28;

    private Doubts() {}

    /// `and` before `or` without parentheses: Copper 1 grouped it otherwise.
    static void reportGrouping(Source source, Expression.Or or, Diagnostics diagnostics) {
        List<Expression> alternatives = or.alternatives();
        boolean andBeforeOr = false;
        for (Expression alternative : alternatives.subList(0, alternatives.size() - 1)) {
            andBeforeOr |= alternative instanceof Expression.And;
        }
        if (!andBeforeOr) {
            return;
        }
        diagnostics.add(
                Diagnostic.warning(
                                PolicySyntaxCode.GROUPING,
                                source.place(or.span()),
                                "this is read as `"
                                        + here(source, alternatives)
                                        + "`; Copper 1 read `"
                                        + copper(source, alternatives)
                                        + "`")
                        .withHint("write the parentheses that you mean"));
    }

    private static String here(Source source, List<Expression> alternatives) {
        StringBuilder text = new StringBuilder();
        for (Expression alternative : alternatives) {
            text.append(text.isEmpty() ? "" : " or ");
            if (alternative instanceof Expression.And and) {
                text.append('(');
                for (int index = 0; index < and.parts().size(); index++) {
                    text.append(index == 0 ? "" : " and ")
                            .append(operand(source, and.parts().get(index)));
                }
                text.append(')');
            } else {
                text.append(operand(source, alternative));
            }
        }
        return text.toString();
    }

    /// Without precedence, from the right: a bracket opens wherever the operator changes.
    private static String copper(Source source, List<Expression> alternatives) {
        StringBuilder text = new StringBuilder();
        int open = 0;
        String last = "";
        for (int index = 0; index < alternatives.size(); index++) {
            Expression alternative = alternatives.get(index);
            List<Expression> parts =
                    alternative instanceof Expression.And and ? and.parts() : List.of(alternative);
            for (int part = 0; part < parts.size(); part++) {
                boolean lastPart = part + 1 == parts.size();
                String operator = lastPart ? (index + 1 == alternatives.size() ? "" : "or") : "and";
                if (!last.isEmpty() && !operator.isEmpty() && !operator.equals(last)) {
                    text.append('(');
                    open++;
                }
                text.append(operand(source, parts.get(part)));
                if (!operator.isEmpty()) {
                    text.append(' ').append(operator).append(' ');
                    last = operator;
                }
            }
        }
        return text.append(")".repeat(open)).toString();
    }

    /// The text of an operand in one line, cut when it is long.
    private static String operand(Source source, Expression expression) {
        String written = source.text(expression.span());
        StringBuilder text = new StringBuilder();
        boolean space = false;
        for (int index = 0; index < written.length() && text.length() < LONGEST_OPERAND; index++) {
            char character = written.charAt(index);
            if (character <= ' ') {
                space = true;
            } else {
                if (space && !text.isEmpty()) {
                    text.append(' ');
                }
                space = false;
                text.append(character);
            }
        }
        return text.length() < LONGEST_OPERAND ? text.toString() : text.append('…').toString();
    }

    /// `labels.my-key` without spaces: a key with a hyphen was meant, not a subtraction.
    static void reportHyphens(
            Source source,
            List<Expression> operands,
            List<Token> operators,
            Diagnostics diagnostics) {
        for (int index = 0; index < operators.size(); index++) {
            if (!(operands.get(index) instanceof Expression.Member key)) {
                continue;
            }
            int last = index;
            while (last < operators.size()
                    && continuesKey(
                            operators.get(last), operands.get(last), operands.get(last + 1))) {
                last++;
                if (!(operands.get(last) instanceof Expression.Reference)) {
                    break;
                }
            }
            if (last > index) {
                report(source, key, operands.get(last), diagnostics);
                index = last;
            }
        }
    }

    private static boolean continuesKey(Token operator, Expression left, Expression right) {
        return operator.getType() == PolicyGrammarParser.MINUS
                && left.span().end() == operator.getStartIndex()
                && right.span().start() == operator.getStopIndex() + 1
                && startsWithName(right);
    }

    private static boolean startsWithName(Expression expression) {
        Expression start = expression;
        while (!(start instanceof Expression.Reference)) {
            if (start instanceof Expression.Member member) {
                start = member.receiver();
            } else if (start instanceof Expression.Index index) {
                start = index.receiver();
            } else if (start instanceof Expression.MethodCall call) {
                start = call.receiver();
            } else {
                return false;
            }
        }
        return true;
    }

    private static void report(
            Source source, Expression.Member key, Expression last, Diagnostics diagnostics) {
        int end = last.span().start();
        while (end < last.span().end()
                && (Character.isLetterOrDigit(source.text().charAt(end))
                        || source.text().charAt(end) == '_')) {
            end++;
        }
        Span span = new Span(key.span().start(), end);
        String written = source.text(span);
        String name = source.text(new Span(key.name().span().start(), end));
        diagnostics.add(
                Diagnostic.warning(
                                PolicySyntaxCode.HYPHENATED_KEY,
                                source.place(span),
                                "`" + written + "` is a subtraction, not a key with a hyphen")
                        .withHint(
                                "write `"
                                        + source.text(key.receiver().span())
                                        + "[\""
                                        + name
                                        + "\"]`; for a subtraction put spaces around the minus"));
    }
}
