package dev.brayer.grammar.policy.tree;

import dev.brayer.number.Decimal;
import dev.brayer.text.Span;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value or a condition; the grammar does not tell them apart, the checker does.
public sealed interface Expression extends Node {
    /// `a or b or c`, flat: at least two alternatives.
    record Or(Span span, List<Expression> alternatives) implements Expression {
        public Or {
            alternatives = atLeastTwo(alternatives);
        }
    }

    /// `a and b and c`, flat: at least two parts.
    record And(Span span, List<Expression> parts) implements Expression {
        public And {
            parts = atLeastTwo(parts);
        }
    }

    /// `not operand`.
    record Not(Span span, Expression operand) implements Expression {}

    /// `every first, second in list where filter : condition`.
    ///
    /// @param second the second loop name, or `null`
    /// @param filter what stands after `where`, or `null`
    record Quantified(
            Span span,
            Quantifier quantifier,
            Name first,
            @Nullable Name second,
            Expression list,
            @Nullable Expression filter,
            Expression condition)
            implements Expression {}

    /// `left operator right`.
    record Comparison(
            Span span,
            Expression left,
            ComparisonOperator operator,
            Span operatorSpan,
            Expression right)
            implements Expression {}

    /// `operand exists`.
    record Exists(Span span, Expression operand) implements Expression {}

    /// `operand -> console`; the operand may be a whole comparison.
    record Console(Span span, Expression operand) implements Expression {}

    /// `left + right` and the other three.
    record Arithmetic(
            Span span,
            Expression left,
            ArithmeticOperator operator,
            Span operatorSpan,
            Expression right)
            implements Expression {}

    /// `-operand`.
    record Negative(Span span, Expression operand) implements Expression {}

    /// `value default otherwise`.
    record Default(Span span, Expression value, Expression otherwise) implements Expression {}

    /// `receiver.name`: a field of a map, an attribute of any other value.
    record Member(Span span, Expression receiver, Name name) implements Expression {}

    /// `receiver.name(arguments)`.
    record MethodCall(Span span, Expression receiver, Name name, List<Expression> arguments)
            implements Expression {
        public MethodCall {
            arguments = List.copyOf(arguments);
        }
    }

    /// `receiver[key]`.
    record Index(Span span, Expression receiver, Expression key) implements Expression {}

    /// `function(arguments)`.
    record Call(Span span, Name function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// A bare word: a loop name, a variable, a field of the object.
    record Reference(Span span, Name name) implements Expression {}

    /// `"text"` or, with three quotes, a block whose indentation is already removed.
    record TextLiteral(Span span, String text, boolean block) implements Expression {}

    record IntegerLiteral(Span span, BigInteger value) implements Expression {}

    /// `0.5`; the scale is the one that is written.
    record DecimalLiteral(Span span, Decimal value) implements Expression {}

    record BooleanLiteral(Span span, boolean value) implements Expression {}

    record NullLiteral(Span span) implements Expression {}

    /// `:name`.
    record SymbolLiteral(Span span, Name name) implements Expression {}

    /// `[a, b]`.
    record ListLiteral(Span span, List<Expression> elements) implements Expression {
        public ListLiteral {
            elements = List.copyOf(elements);
        }
    }

    /// `(from .. to)`, both included.
    record Range(Span span, Expression from, Expression to) implements Expression {}

    /// `( inner )`: parentheses as they are written, because they say how a person meant it.
    record Group(Span span, Expression inner) implements Expression {}

    /// What could not be read; the errors say why.
    record Broken(Span span) implements Expression {}

    /// The expression within its parentheses.
    default Expression ungrouped() {
        Expression expression = this;
        while (expression instanceof Group group) {
            expression = group.inner();
        }
        return expression;
    }

    /// The three words that judge the elements of a list.
    enum Quantifier {
        EVERY("every"),
        ANY("any"),
        NO("no");

        private final String word;

        Quantifier(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// `==` and the others that give a condition from two values.
    enum ComparisonOperator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        IN("in"),
        NOT_IN("not in"),
        MATCHES("matches");

        private final String symbol;

        ComparisonOperator(String symbol) {
            this.symbol = symbol;
        }

        /// As the formatter writes it.
        public String symbol() {
            return symbol;
        }
    }

    /// The four that give a value from two.
    enum ArithmeticOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/");

        private final String symbol;

        ArithmeticOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    private static List<Expression> atLeastTwo(List<Expression> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("a connection needs two operands");
        }
        return List.copyOf(operands);
    }
}
