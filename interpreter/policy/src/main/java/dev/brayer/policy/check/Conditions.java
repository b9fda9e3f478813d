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
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks expressions that hold or fail.
final class Conditions {
    private final Expressions expressions;
    private final Scope scope;
    private final Reporter reporter;
    private final Comparisons comparisons;

    /// How many `not` and `no` stand around.
    private int negations;

    Conditions(Expressions expressions, Scope scope) {
        this.expressions = expressions;
        this.scope = scope;
        this.reporter = scope.file().reporter();
        this.comparisons = new Comparisons(this, expressions);
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
            case Expression.Comparison comparison -> {
                Condition judged = againstTruth(comparison, place);
                yield judged == null ? comparisons.check(comparison, place) : judged;
            }
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
    void doubt(boolean always, Expression written, Typed side) {
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

    private Condition contains(Expression.MethodCall call, Place place) {
        Typed receiver = expressions.value(call.receiver());
        Typed value = expressions.value(call.arguments().getFirst());
        Type type = receiver.type();
        if (!type.isUnknown() && type != Basic.NULL && !type.isList() && type != Basic.RANGE) {
            expressions.members().unknownAttribute(call.name(), type);
        } else if (type instanceof Type.ListOf(Type element, var ignored)) {
            value =
                    comparisons.besides(
                            element,
                            value,
                            call.arguments().getFirst(),
                            call.arguments().getFirst());
        }
        return new Condition.Contains(place, receiver.operand(), value.operand());
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
        Type element = Members.elementOf(type);
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
