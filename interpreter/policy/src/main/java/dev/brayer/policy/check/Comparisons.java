package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Patterns;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;

/// Checks whether the two sides of an operator can be joined, and reads the texts among them.
final class Comparisons {
    private final Conditions conditions;
    private final Expressions expressions;
    private final Reporter reporter;

    Comparisons(Conditions conditions, Expressions expressions) {
        this.conditions = conditions;
        this.expressions = expressions;
        this.reporter = expressions.reporter();
    }

    Condition check(Expression.Comparison comparison, Place place) {
        Typed left = expressions.value(comparison.left());
        if (comparison.operator() == ComparisonOperator.MATCHES) {
            return matches(comparison, left, place);
        }
        Typed right = expressions.value(comparison.right());
        return switch (comparison.operator()) {
            case EQUAL -> compare(comparison, Operator.EQUAL, left, right, place);
            case NOT_EQUAL -> compare(comparison, Operator.NOT_EQUAL, left, right, place);
            case LESS -> compare(comparison, Operator.LESS, left, right, place);
            case LESS_OR_EQUAL -> compare(comparison, Operator.LESS_OR_EQUAL, left, right, place);
            case GREATER -> compare(comparison, Operator.GREATER, left, right, place);
            case GREATER_OR_EQUAL ->
                    compare(comparison, Operator.GREATER_OR_EQUAL, left, right, place);
            case IN, MATCHES -> in(comparison, left, right, place);
            case NOT_IN -> new Condition.Not(place, in(comparison, left, right, place));
        };
    }

    private Condition compare(
            Expression.Comparison comparison,
            Operator operator,
            Typed leftSide,
            Typed rightSide,
            Place place) {
        Typed left = Literals.beside(leftSide, rightSide.type(), comparison.left(), reporter);
        Typed right = Literals.beside(rightSide, leftSide.type(), comparison.right(), reporter);
        Choices.check(left, right, comparison.right(), reporter);
        Choices.check(right, left, comparison.left(), reporter);
        boolean ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        conditions.doubt(operator != Operator.EQUAL, comparison.left(), leftSide);
        conditions.doubt(operator != Operator.EQUAL, comparison.right(), rightSide);
        if (ordering && (!Types.isOrdered(left.type()) || !Types.isOrdered(right.type()))) {
            Typed without = Types.isOrdered(left.type()) ? right : left;
            operandError(
                    comparison,
                    "`"
                            + operator.text()
                            + "` has no meaning for "
                            + Builtins.withArticle(without.type()));
        } else if (!Types.comparable(left.type(), right.type())) {
            operandError(
                    comparison,
                    Builtins.withArticle(left.type())
                            + " and "
                            + Builtins.withArticle(right.type())
                            + " can never be compared");
        } else if (left.type() == Basic.NULL || right.type() == Basic.NULL) {
            nullComparison(comparison, operator);
        } else if (ordering && left.type() == Basic.STRING && right.type() == Basic.STRING) {
            textOrder(comparison, left, right);
        }
        return new Condition.Compare(place, operator, left.operand(), right.operand());
    }

    private void textOrder(Expression.Comparison comparison, Typed left, Typed right) {
        if (left.constant() == null || right.constant() == null) {
            reporter.warning(
                    PolicyCode.TEXT_ORDER,
                    comparison,
                    "this orders two texts letter by letter",
                    "read them first: `quantity(…)`, `duration(…)`, `semver(…)` or `.as(:number)`");
        }
    }

    private void operandError(Expression.Comparison comparison, String message) {
        reporter.error(PolicyCode.OPERAND_TYPE, comparison.operatorSpan(), message, null);
    }

    private void nullComparison(Expression.Comparison comparison, Operator operator) {
        boolean equal = operator == Operator.EQUAL;
        reporter.warning(
                PolicyCode.NULL_COMPARISON,
                comparison,
                equal
                        ? "this holds where nothing is there and is open otherwise"
                        : "a comparison with `null` never holds",
                equal ? "write `not … exists`" : "write `… exists`");
    }

    private Condition in(Expression.Comparison comparison, Typed left, Typed right, Place place) {
        Type type = right.type();
        Typed element = left;
        conditions.doubt(
                comparison.operator() == ComparisonOperator.NOT_IN, comparison.left(), left);
        if (type instanceof Type.ListOf(Type inside, var ignored)) {
            element = besides(inside, left, comparison.left(), comparison);
            readElements(comparison.right(), left.type());
            Choices.check(left, right, comparison.right(), reporter);
        } else if (type == Basic.IP) {
            element = Literals.beside(left, type, comparison.left(), reporter);
            if (!Types.comparable(element.type(), type)) {
                operandError(
                        comparison, Builtins.withArticle(left.type()) + " is never in a network");
            }
        } else if (type == Basic.RANGE) {
            Type bound = bound(right.operand());
            element = Literals.beside(left, bound, comparison.left(), reporter);
            inRange(comparison, left, bound);
            return new Condition.In(
                    place, element.operand(), readEnds(right.operand(), left, comparison.right()));
        } else if (!type.isUnknown() && type != Basic.NULL) {
            operandError(
                    comparison,
                    "`in` needs a list, a range or a network, not " + Builtins.withArticle(type));
        }
        return new Condition.In(place, element.operand(), right.operand());
    }

    /// The texts of a list that is written here, read beside the value that is looked for.
    private void readElements(Expression list, Type sought) {
        if (list.ungrouped() instanceof Expression.ListLiteral literal) {
            for (Expression element : literal.elements()) {
                if (element instanceof Expression.TextLiteral text) {
                    Value value = new Value.Text(text.text(), Trace.Several.NONE);
                    Typed written = Expressions.constant(reporter.place(text), value, Basic.STRING);
                    Literals.beside(written, sought, text, reporter);
                }
            }
        }
    }

    /// The texts at the ends of a range, read beside the value that is looked for.
    private Operand readEnds(Operand range, Typed sought, Expression written) {
        Expression.Range literal = written.ungrouped() instanceof Expression.Range own ? own : null;
        Expression from = literal == null ? written : literal.from();
        Expression to = literal == null ? written : literal.to();
        return switch (range) {
            case Operand.Constant(Place place, Value.Range(Value low, Value high, Trace trace)) -> {
                Value one = readEnd(low, place, sought, from);
                Value two = readEnd(high, place, sought, to);
                yield new Operand.Constant(place, new Value.Range(one, two, trace));
            }
            case Operand.RangeOf(Place place, Operand low, Operand high) ->
                    new Operand.RangeOf(
                            place, readEnd(low, sought, from), readEnd(high, sought, to));
            default -> range;
        };
    }

    private Operand readEnd(Operand end, Typed sought, Expression written) {
        return end instanceof Operand.Constant(Place place, Value value)
                ? new Operand.Constant(place, readEnd(value, place, sought, written))
                : end;
    }

    private Value readEnd(Value end, Place place, Typed sought, Expression written) {
        Typed typed = Expressions.constant(place, end, Builtins.typeOf(end));
        Value read = Literals.beside(typed, sought.type(), written, reporter).constant();
        return read == null ? end : read;
    }

    private void inRange(Expression.Comparison comparison, Typed value, Type bound) {
        if (!Types.comparable(value.type(), bound)) {
            operandError(
                    comparison,
                    Builtins.withArticle(value.type()) + " is never in a range of " + bound.text());
        }
    }

    /// The type of what a range goes from, where that is a constant.
    private static Type bound(Operand range) {
        Operand low = range instanceof Operand.RangeOf(_, Operand from, _) ? from : range;
        return switch (low) {
            case Operand.Constant(_, Value.Range(Value from, _, _)) -> Builtins.typeOf(from);
            case Operand.Constant(_, Value value) -> Builtins.typeOf(value);
            default -> Basic.UNKNOWN;
        };
    }

    /// A value that is looked for in a list of a known type.
    Typed besides(Type element, Typed value, Expression written, Expression blamed) {
        Typed read = Literals.beside(value, element, written, reporter);
        if (!Types.comparable(read.type(), element)) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    blamed,
                    Builtins.withArticle(value.type()) + " is never in a list of " + element.text(),
                    value.type().isList() ? "ask each element: `every x in … : x in …`" : null);
        }
        return read;
    }

    private Condition matches(Expression.Comparison comparison, Typed left, Place place) {
        Typed pattern = expressions.value(comparison.right());
        conditions.doubt(true, comparison.left(), left);
        if (!Basic.STRING.accepts(left.type()) || !Basic.STRING.accepts(pattern.type())) {
            Typed wrong = Basic.STRING.accepts(left.type()) ? pattern : left;
            operandError(
                    comparison,
                    "`matches` joins a string and a pattern, not "
                            + Builtins.withArticle(wrong.type()));
        }
        String text = pattern.constantText();
        Patterns.Compiled compiled = text == null ? null : Patterns.whole(text);
        if (compiled != null && compiled.pattern() == null) {
            Literals.patternError(compiled, pattern.operand(), comparison.right(), reporter);
        }
        var whole = compiled == null ? null : compiled.pattern();
        return new Condition.Matches(
                place,
                left.operand(),
                pattern.operand(),
                whole == null ? null : new Patterns.Known(whole));
    }
}
