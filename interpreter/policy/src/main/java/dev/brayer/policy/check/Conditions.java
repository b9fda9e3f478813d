package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Patterns;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks expressions that hold or fail.
final class Conditions {
    private final Expressions expressions;
    private final Scope scope;
    private final Reporter reporter;

    /// How many `not` and `no` stand around.
    private int negations;

    Conditions(Expressions expressions, Scope scope) {
        this.expressions = expressions;
        this.scope = scope;
        this.reporter = scope.file().reporter();
    }

    /// How far definitions are followed to see whether they are conditions; a cycle is reported
    /// elsewhere.
    private static final int MOST_DEFINITIONS = 50;

    /// Whether an expression can only be meant as a condition.
    static boolean isCondition(Expression expression, Scope scope) {
        return isCondition(expression, scope.file(), 0);
    }

    private static boolean isCondition(Expression expression, FileScope file, int followed) {
        return switch (expression.ungrouped()) {
            case Expression.Or ignored -> true;
            case Expression.And ignored -> true;
            case Expression.Not ignored -> true;
            case Expression.Quantified ignored -> true;
            case Expression.Comparison ignored -> true;
            case Expression.Exists ignored -> true;
            case Expression.Console ignored -> true;
            case Expression.MethodCall call -> Calls.isContains(call);
            case Expression.Call call -> {
                FileScope.Defined definition = file.definition(call.function().text());
                yield definition != null
                        && followed < MOST_DEFINITIONS
                        && isCondition(definition.item().body(), definition.home(), followed + 1);
            }
            default -> false;
        };
    }

    Condition condition(Expression written) {
        Place place = reporter.place(written);
        return switch (written) {
            case Expression.Group group -> condition(group.inner());
            case Expression.And and -> new Condition.And(place, conditions(and.parts()));
            case Expression.Or or -> new Condition.Or(place, conditions(or.alternatives()));
            case Expression.Not not -> new Condition.Not(place, negated(not.operand()));
            case Expression.Quantified quantified -> quantified(quantified, place);
            case Expression.Comparison comparison -> comparison(comparison, place);
            case Expression.Exists exists -> {
                scope.facts().optionalFields().asked(exists.operand(), reporter);
                yield new Condition.Exists(place, expressions.value(exists.operand()).operand());
            }
            case Expression.Console console ->
                    new Condition.Console(place, expressions.value(console.operand()).operand());
            case Expression.MethodCall call when Calls.isContains(call) -> contains(call, place);
            default -> holds(written, place);
        };
    }

    private Condition negated(Expression written) {
        negations++;
        Condition condition = condition(written);
        negations--;
        return condition;
    }

    /// A missing value leaves the condition open where nobody may expect it.
    private void doubt(boolean always, Expression written, Typed side) {
        if (always || negations > 0) {
            scope.facts().optionalFields().compared(written, side, reporter);
        }
    }

    private List<Condition> conditions(List<Expression> written) {
        List<Condition> conditions = new ArrayList<>();
        for (Expression expression : written) {
            conditions.add(condition(expression));
        }
        return conditions;
    }

    private Condition holds(Expression written, Place place) {
        Typed value = expressions.value(written);
        if (!Basic.BOOL.accepts(value.type())) {
            reporter.error(
                    PolicyCode.CONDITION,
                    written,
                    "this is " + Builtins.withArticle(value.type()) + ", not a condition",
                    "compare it with something, or ask whether it `exists`");
        }
        doubt(false, written, value);
        return value.operand() instanceof Operand.Judged(Place ignored, Condition condition)
                ? condition
                : new Condition.Holds(place, value.operand());
    }

    private Condition contains(Expression.MethodCall call, Place place) {
        Typed receiver = expressions.value(call.receiver());
        Typed value = expressions.value(call.arguments().getFirst());
        Type type = receiver.type();
        if (!type.isUnknown() && type != Basic.NULL && !type.isList() && type != Basic.RANGE) {
            expressions.unknownAttribute(call.name(), type);
        } else if (type instanceof Type.ListOf(Type element, var ignored)) {
            value =
                    besides(
                            element,
                            value,
                            call.arguments().getFirst(),
                            call.arguments().getFirst());
        }
        return new Condition.Contains(place, receiver.operand(), value.operand());
    }

    private Condition comparison(Expression.Comparison comparison, Place place) {
        Condition rewritten = againstTruth(comparison, place);
        if (rewritten != null) {
            return rewritten;
        }
        Typed left = expressions.value(comparison.left());
        if (comparison.operator() == ComparisonOperator.MATCHES) {
            return matches(comparison, left, place);
        }
        Typed right = expressions.value(comparison.right());
        Condition condition =
                switch (comparison.operator()) {
                    case EQUAL -> compare(comparison, Operator.EQUAL, left, right, place);
                    case NOT_EQUAL -> compare(comparison, Operator.NOT_EQUAL, left, right, place);
                    case LESS -> compare(comparison, Operator.LESS, left, right, place);
                    case LESS_OR_EQUAL ->
                            compare(comparison, Operator.LESS_OR_EQUAL, left, right, place);
                    case GREATER -> compare(comparison, Operator.GREATER, left, right, place);
                    case GREATER_OR_EQUAL ->
                            compare(comparison, Operator.GREATER_OR_EQUAL, left, right, place);
                    case IN, MATCHES -> in(comparison, left, right, place);
                    case NOT_IN -> new Condition.Not(place, in(comparison, left, right, place));
                };
        return condition;
    }

    /// `E == true` is `E`, and `E == false` and `E != true` are `not E`, where E is a condition.
    private @Nullable Condition againstTruth(Expression.Comparison comparison, Place place) {
        boolean equal = comparison.operator() == ComparisonOperator.EQUAL;
        if (!equal && comparison.operator() != ComparisonOperator.NOT_EQUAL) {
            return null;
        }
        Expression left = comparison.left().ungrouped();
        Expression right = comparison.right().ungrouped();
        Expression judged = null;
        boolean wanted = equal;
        if (right instanceof Expression.BooleanLiteral literal && isCondition(left, scope)) {
            judged = left;
            wanted = equal == literal.value();
        } else if (left instanceof Expression.BooleanLiteral literal && isCondition(right, scope)) {
            judged = right;
            wanted = equal == literal.value();
        }
        if (judged == null) {
            return null;
        }
        return wanted ? condition(judged) : new Condition.Not(place, negated(judged));
    }

    private Condition compare(
            Expression.Comparison comparison,
            Operator operator,
            Typed leftSide,
            Typed rightSide,
            Place place) {
        Typed left = Literals.beside(leftSide, rightSide.type(), comparison.left(), reporter);
        Typed right = Literals.beside(rightSide, leftSide.type(), comparison.right(), reporter);
        boolean ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        doubt(operator != Operator.EQUAL, comparison.left(), leftSide);
        doubt(operator != Operator.EQUAL, comparison.right(), rightSide);
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
        doubt(comparison.operator() == ComparisonOperator.NOT_IN, comparison.left(), left);
        if (type instanceof Type.ListOf(Type inside, var ignored)) {
            element = besides(inside, left, comparison.left(), comparison);
        } else if (type == Basic.IP) {
            element = Literals.beside(left, type, comparison.left(), reporter);
            if (!Types.comparable(element.type(), type)) {
                operandError(
                        comparison, Builtins.withArticle(left.type()) + " is never in a network");
            }
        } else if (type != Basic.RANGE && !type.isUnknown() && type != Basic.NULL) {
            operandError(
                    comparison,
                    "`in` needs a list, a range or a network, not " + Builtins.withArticle(type));
        }
        return new Condition.In(place, element.operand(), right.operand());
    }

    /// A value that is looked for in a list of a known type.
    private Typed besides(Type element, Typed value, Expression written, Expression blamed) {
        Typed read = Literals.beside(value, element, written, reporter);
        if (!Types.comparable(read.type(), element)) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    blamed,
                    Builtins.withArticle(value.type())
                            + " is never in a list of "
                            + element.text());
        }
        return read;
    }

    private Condition matches(Expression.Comparison comparison, Typed left, Place place) {
        Typed pattern = expressions.value(comparison.right());
        doubt(true, comparison.left(), left);
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
        return new Condition.Matches(
                place,
                left.operand(),
                pattern.operand(),
                compiled == null ? null : compiled.pattern());
    }

    private Condition quantified(Expression.Quantified quantified, Place place) {
        Typed list = expressions.value(quantified.list());
        Type type = list.type();
        if (!type.isUnknown() && !type.isList() && !type.isMap() && type != Basic.NULL) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    quantified.list(),
                    "`"
                            + quantified.quantifier().word()
                            + "` goes through a list or a map, not "
                            + Builtins.withArticle(type));
        }
        scope.facts().quantifies = true;
        Type element = Expressions.elementOf(type);
        Name second = quantified.second();
        Type key = type.isList() ? Basic.NUMBER : type.isMap() ? Basic.STRING : Basic.UNKNOWN;
        Scope.Local first = bind(quantified.first(), second == null ? element : key);
        Scope.Local other = second == null ? null : bind(second, element);
        Expression filter = quantified.filter();
        Condition where = filter == null ? null : condition(filter);
        boolean no = quantified.quantifier() == Quantifier.NO;
        Condition judged = no ? negated(quantified.condition()) : condition(quantified.condition());
        scope.unbind(first, first.place());
        if (other != null) {
            scope.unbind(other, other.place());
        }
        return new Condition.Quantified(
                place,
                quantified.quantifier() != Quantifier.ANY,
                first.slot(),
                other == null ? -1 : other.slot(),
                list.operand(),
                where,
                no ? new Condition.Not(judged.place(), judged) : judged);
    }

    private Scope.Local bind(Name name, Type type) {
        String text = name.text();
        Scope.Local outer = scope.local(text);
        FileScope.Named named = scope.file().last(text);
        SelectedKinds selected = scope.selected();
        String what = null;
        if (outer != null) {
            what = "another loop name or parameter";
        } else if (named != null) {
            what = named.parameter() ? "a parameter of this file" : "a variable of this file";
        } else if (selected != null && selected.names().contains(text)) {
            what = "something the rule sees";
        }
        if (what != null) {
            reporter.error(
                    PolicyCode.LOOP_NAME,
                    name,
                    "the loop name `" + text + "` hides " + what,
                    "choose another name");
        }
        scope.facts().loop(text, type);
        return scope.bind(text, type, reporter.place(name));
    }
}
