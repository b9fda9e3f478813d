package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ArithmeticOperator;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Arithmetic;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.math.BigDecimal;
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

    Expressions(Scope scope, Workshop workshop) {
        this.reporter = scope.file().reporter();
        this.fields = new FieldAccess(workshop.kinds(), reporter);
        this.calls = new Calls(this, scope, workshop);
        this.names = new Names(scope, workshop.kinds(), fields);
        this.conditions = new Conditions(this, scope);
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
                            new Value.Numeral(new BigDecimal(literal.value()), Trace.Several.NONE),
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
            case Expression.Member member -> member(member);
            case Expression.Index index -> index(index);
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
                first.absence() == null || otherwise.absence() == null ? null : first.absence());
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
                constant(
                        place,
                        new Value.Numeral(BigDecimal.ZERO, Trace.Several.NONE),
                        Basic.NUMBER);
        if (!Types.isMeasured(operand.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    negative,
                    "`-` needs a number, not " + Builtins.withArticle(operand.type()));
        }
        return folded(place, Operand.Operation.SUBTRACT, zero, operand, operand.type());
    }

    private Typed arithmetic(Expression.Arithmetic arithmetic) {
        Typed left = value(arithmetic.left());
        Typed right = value(arithmetic.right());
        int errors = reporter.diagnostics().errorCount();
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

    private Typed member(Expression.Member member) {
        Typed receiver = value(member.receiver());
        Place place = place(member);
        String name = member.name().text();
        Type type = receiver.type();
        if (type instanceof Type.ObjectOf object) {
            return field(object, receiver, name, member.name(), place);
        }
        if (type instanceof Type.MapOf(Type value, boolean declared)) {
            Operand field = new Operand.Field(place, receiver.operand(), name);
            return new Typed(
                    Readings.of(field, value), value, declared ? Typed.Absence.PLAIN : null);
        }
        if (type == Basic.NULL) {
            return new Typed(new Operand.Field(place, receiver.operand(), name), Basic.UNKNOWN);
        }
        if (type.isUnknown() || type == Basic.NUMBER_OR_STRING) {
            return new Typed(new Operand.Member(place, receiver.operand(), name), Basic.UNKNOWN);
        }
        Builtin builtin = Builtins.attribute(type, name);
        if (builtin == null) {
            unknownAttribute(member.name(), type);
            return Typed.broken(place);
        }
        return calls.checked(member.name(), builtin, receiver, List.of(), place);
    }

    /// A field of an object that the schema describes.
    private Typed field(
            Type.ObjectOf object, Typed receiver, String name, Node written, Place place) {
        FieldAccess.Found found = fields.field(object, name, written);
        if (found == null) {
            return Typed.broken(place);
        }
        Typed.Absence absence = found.absence();
        return new Typed(
                Readings.of(new Operand.Field(place, receiver.operand(), name), found.type()),
                found.type(),
                absence == null && receiver.absence() != null ? Typed.Absence.PLAIN : absence);
    }

    void unknownAttribute(Name name, Type type) {
        String hint = null;
        if (type.isList()) {
            hint = "ask the elements with `pick(:" + name + ")`, or with `every x in … :`";
        }
        reporter.error(
                PolicyCode.UNKNOWN_ATTRIBUTE,
                name,
                Builtins.withArticle(type) + " has no `" + name + "`",
                Reporter.didYouMean(name.text(), Builtins.attributeNames(type), hint));
    }

    private Typed index(Expression.Index index) {
        Typed receiver = value(index.receiver());
        Typed key = value(index.key());
        Place place = place(index);
        boolean list = receiver.type().isList();
        boolean map = receiver.type().isMap();
        Type wanted = list ? Basic.NUMBER : map ? Basic.STRING : Basic.UNKNOWN;
        if (!list && !map && !receiver.type().isUnknown() && receiver.type() != Basic.NULL) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    index.receiver(),
                    "`[…]` needs a map or a list, not " + Builtins.withArticle(receiver.type()));
        } else if (!wanted.accepts(key.type())) {
            reporter.error(
                    PolicyCode.OPERAND_TYPE,
                    index.key(),
                    "the key of "
                            + (list ? "a list is a number" : "a map is a string")
                            + ", not "
                            + Builtins.withArticle(key.type()));
        }
        String name = key.constantText();
        if (receiver.type() instanceof Type.ObjectOf object && name != null) {
            return field(object, receiver, name, index.key(), place);
        }
        Type element = elementOf(receiver.type());
        boolean declared = element != Basic.UNKNOWN;
        return new Typed(
                Readings.of(new Operand.Index(place, receiver.operand(), key.operand()), element),
                element,
                declared ? Typed.Absence.PLAIN : null);
    }

    /// What stands in a list or a map.
    static Type elementOf(Type type) {
        return switch (type) {
            case Type.ListOf(Type inside, var ignored) ->
                    inside == Basic.NULL ? Basic.UNKNOWN : inside;
            case Type.MapOf(Type inside, var ignored) -> inside;
            case Type.ObjectOf ignored -> Basic.UNKNOWN;
            case Basic ignored -> Basic.UNKNOWN;
        };
    }
}
