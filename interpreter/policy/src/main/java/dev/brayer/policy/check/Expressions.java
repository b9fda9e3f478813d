package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ArithmeticOperator;
import dev.brayer.number.Decimal;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Arithmetic;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;

/// Checks expressions that give a value. [Conditions] checks those that hold or fail; the two call
/// each other.
final class Expressions {
    private final Reporter reporter;
    private final Calls calls;
    private final Names names;
    private final Conditions conditions;
    private final FieldAccess fields;
    private final Members members;

    Expressions(Scope scope, Workshop workshop) {
        this.reporter = scope.file().reporter();
        this.fields = new FieldAccess(workshop.kinds(), reporter);
        this.calls = new Calls(this, scope, workshop);
        this.names = new Names(scope, workshop.kinds(), fields);
        this.conditions = new Conditions(this, scope);
        this.members = new Members(this);
    }

    Conditions conditions() {
        return conditions;
    }

    Reporter reporter() {
        return reporter;
    }

    FieldAccess fields() {
        return fields;
    }

    Members members() {
        return members;
    }

    Calls calls() {
        return calls;
    }

    Place place(Expression expression) {
        return reporter.place(expression);
    }

    Typed value(Expression expression) {
        Place place = place(expression);
        return switch (expression) {
            case Expression.Group group -> value(group.inner());
            case Expression.TextLiteral literal ->
                    constant(
                            place,
                            new Value.Text(literal.text(), Trace.Several.NONE),
                            Basic.STRING);
            case Expression.IntegerLiteral literal ->
                    constant(
                            place,
                            new Value.Numeral(Decimal.of(literal.value()), Trace.Several.NONE),
                            Basic.NUMBER);
            case Expression.DecimalLiteral literal ->
                    constant(
                            place,
                            new Value.Numeral(literal.value(), Trace.Several.NONE),
                            Basic.NUMBER);
            case Expression.BooleanLiteral literal ->
                    constant(
                            place, new Value.Bool(literal.value(), Trace.Several.NONE), Basic.BOOL);
            case Expression.NullLiteral ignored -> constant(place, Value.missing(), Basic.NULL);
            case Expression.SymbolLiteral symbol -> {
                reporter.error(
                        PolicyCode.SYMBOL,
                        symbol,
                        "the symbol `:" + symbol.name() + "` is no value",
                        "symbols stand in `as(:type)` and `pick(:attribute)`; a text is written in quotes");
                yield Typed.broken(place);
            }
            case Expression.ListLiteral list -> list(list);
            case Expression.Range range -> range(range);
            case Expression.Negative negative -> negative(negative);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Default fallback -> fallback(fallback, place);
            case Expression.Member member -> members.member(member);
            case Expression.Index index -> members.index(index);
            case Expression.MethodCall call -> calls.method(call);
            case Expression.Call call -> calls.function(call);
            case Expression.Reference reference -> names.value(reference);
            case Expression.Or ignored -> judged(expression);
            case Expression.And ignored -> judged(expression);
            case Expression.Not ignored -> judged(expression);
            case Expression.Quantified ignored -> judged(expression);
            case Expression.Comparison ignored -> judged(expression);
            case Expression.Exists ignored -> judged(expression);
            case Expression.Console ignored -> judged(expression);
            case Expression.Broken ignored -> Typed.broken(place);
        };
    }

    private Typed fallback(Expression.Default fallback, Place place) {
        Typed first = value(fallback.value());
        Typed written = value(fallback.otherwise());
        Typed otherwise = Literals.beside(written, first.type(), fallback.otherwise(), reporter);
        if (!Types.comparable(first.type(), otherwise.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    fallback.otherwise(),
                    Builtins.withArticle(otherwise.type())
                            + " cannot stand for "
                            + Builtins.withArticle(first.type()));
        }
        Type type = Type.either(first.type(), otherwise.type());
        Operand operand = new Operand.Fallback(place, first.operand(), otherwise.operand());
        return new Typed(
                Readings.of(operand, type),
                type,
                first.absence() == null || otherwise.absence() == null ? null : first.absence(),
                Choices.or(first, otherwise));
    }

    private Typed judged(Expression expression) {
        return new Typed(
                new Operand.Judged(place(expression), conditions.condition(expression)),
                Basic.BOOL);
    }

    static Typed constant(Place place, Value value, Type type) {
        return new Typed(new Operand.Constant(place, value), type);
    }

    private Typed list(Expression.ListLiteral list) {
        List<Operand> elements = new ArrayList<>();
        List<Value> constants = new ArrayList<>();
        Type element = list.elements().isEmpty() ? Basic.NULL : null;
        for (Expression expression : list.elements()) {
            Typed typed = value(expression);
            elements.add(typed.operand());
            Value constant = typed.constant();
            if (constant != null) {
                constants.add(constant);
            }
            element = element == null ? typed.type() : Type.either(element, typed.type());
        }
        Type type = new Type.ListOf(element == null ? Basic.NULL : element);
        Place place = place(list);
        return constants.size() == elements.size()
                ? constant(place, new Value.Items(List.copyOf(constants), Trace.Several.NONE), type)
                : new Typed(new Operand.ListOf(place, elements), type);
    }

    private Typed range(Expression.Range range) {
        Typed low = value(range.from());
        Typed high = value(range.to());
        boolean ordered = Types.isOrdered(low.type()) && Types.isOrdered(high.type());
        if (!ordered || !Types.comparable(low.type(), high.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    range,
                    "a range goes from one number, version, quantity, duration, date or text to another, not from "
                            + Builtins.withArticle(low.type())
                            + " to "
                            + Builtins.withArticle(high.type()));
        }
        Value from = low.constant();
        Value to = high.constant();
        Place place = place(range);
        return from != null && to != null
                ? constant(place, new Value.Range(from, to, Trace.Several.NONE), Basic.RANGE)
                : new Typed(new Operand.RangeOf(place, low.operand(), high.operand()), Basic.RANGE);
    }

    private Typed negative(Expression.Negative negative) {
        Place place = place(negative);
        Typed operand = value(negative.operand());
        Typed zero =
                constant(place, new Value.Numeral(Decimal.ZERO, Trace.Several.NONE), Basic.NUMBER);
        if (!Types.isMeasured(operand.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    negative,
                    "`-` needs a number, not " + Builtins.withArticle(operand.type()));
        }
        return folded(place, Operand.Operation.SUBTRACT, zero, operand, operand.type());
    }

    private Typed arithmetic(Expression.Arithmetic arithmetic) {
        int errors = reporter.diagnostics().errorCount();
        Typed left = value(arithmetic.left());
        boolean glued = arithmetic.right().span().start() == arithmetic.left().span().end() + 1;
        if (glued && (reporter.diagnostics().errorCount() > errors || members.isKey(arithmetic))) {
            // What looks like arithmetic is the rest of a key, of which enough is said.
            return Typed.broken(place(arithmetic));
        }
        Typed right = value(arithmetic.right());
        errors = reporter.diagnostics().errorCount();
        boolean lists =
                arithmetic.operator() == ArithmeticOperator.ADD
                        && (left.type().isList() || left.type().isUnknown())
                        && (right.type().isList() || right.type().isUnknown());
        if (!lists) {
            measured(arithmetic, arithmetic.left(), left);
            measured(arithmetic, arithmetic.right(), right);
        }
        if (reporter.diagnostics().errorCount() > errors) {
            return Typed.broken(place(arithmetic));
        }
        Operand.Operation operation =
                switch (arithmetic.operator()) {
                    case ADD -> Operand.Operation.ADD;
                    case SUBTRACT -> Operand.Operation.SUBTRACT;
                    case MULTIPLY -> Operand.Operation.MULTIPLY;
                    case DIVIDE -> Operand.Operation.DIVIDE;
                };
        return folded(
                place(arithmetic),
                operation,
                left,
                right,
                Types.result(operation, left.type(), right.type()));
    }

    private void measured(Expression.Arithmetic arithmetic, Expression side, Typed typed) {
        boolean unread = typed.type() == Basic.STRING && typed.constant() == null;
        if (unread || !Types.isMeasured(typed.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    side,
                    "`"
                            + arithmetic.operator().symbol()
                            + "` needs numbers, quantities or durations, not "
                            + Builtins.withArticle(typed.type()),
                    unread ? "`quantity(…)`, `duration(…)` or `.as(:number)` reads it" : null);
        }
    }

    private Typed folded(
            Place place, Operand.Operation operation, Typed left, Typed right, Type type) {
        Value one = left.constant();
        Value two = right.constant();
        if (one != null && two != null) {
            Value result = Arithmetic.apply(operation.text().charAt(0), one, two);
            if (!(result instanceof Value.Open)) {
                return constant(place, result, Builtins.typeOf(result));
            }
            if (result instanceof Value.Wrong(String expected, Value ignored)) {
                reporter.error(
                        PolicyCode.OPERAND_TYPE,
                        place.span(),
                        "`" + operation.text() + "` needs " + expected,
                        null);
            }
        }
        return new Typed(
                new Operand.Arithmetic(place, operation, left.operand(), right.operand()), type);
    }
}
