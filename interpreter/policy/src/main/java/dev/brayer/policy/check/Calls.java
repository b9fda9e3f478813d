package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks calls of functions, attributes and definitions against their declarations.
final class Calls {
    private final Expressions expressions;
    private final Scope scope;
    private final Reporter reporter;
    private final Workshop workshop;
    private final Arguments arguments;

    Calls(Expressions expressions, Scope scope, Workshop workshop) {
        this.expressions = expressions;
        this.scope = scope;
        this.reporter = scope.file().reporter();
        this.workshop = workshop;
        this.arguments = new Arguments(expressions, workshop);
    }

    Typed function(Expression.Call call) {
        Place place = reporter.place(call);
        String name = call.function().text();
        FileScope.Defined definition = scope.file().definition(name);
        if (definition != null) {
            return defined(call, definition);
        }
        Builtin builtin = Builtins.function(name);
        if (builtin == null && scope.file().isAbsent(name)) {
            return Typed.broken(place);
        }
        if (builtin == null) {
            List<String> known = new ArrayList<>(Builtins.functionNames());
            scope.file().definitionNames().forEach(known::add);
            String hint =
                    Builtins.isAttribute(name)
                            ? "`" + name + "` stands after a dot: `x." + name + "`"
                            : OtherNames.function(name);
            reporter.error(
                    PolicyCode.UNKNOWN_FUNCTION,
                    call.function(),
                    "unknown function `" + name + "`",
                    hint == null ? Reporter.didYouMean(name, known, null) : hint);
            return Typed.broken(place);
        }
        if (scope.isClosed()
                && (name.equals("fetch") || name.equals("resources") || name.equals("others"))) {
            if (scope.owner() == Scope.Owner.PARAMETER) {
                reporter.error(
                        PolicyCode.PARAMETER_VALUE,
                        call.function(),
                        "the default of a parameter is known before the run",
                        "write a literal; a `var` may depend on the document");
                return Typed.broken(place);
            }
            reporter.error(
                    PolicyCode.UNKNOWN_NAME,
                    call.function(),
                    "a `def` sees its arguments only, not the document",
                    "give what `" + name + "` finds as an argument, or put it into a `var`");
            return Typed.broken(place);
        }
        return checked(call.function(), builtin, null, call.arguments(), place);
    }

    /// A method, whose receiver may be of a type that only the run shows.
    Typed method(Expression.MethodCall call) {
        Place place = reporter.place(call);
        if (isContains(call)) {
            return new Typed(
                    new Operand.Judged(place, expressions.conditions().condition(call)),
                    Basic.BOOL);
        }
        Typed receiver = expressions.value(call.receiver());
        String name = call.name().text();
        Type type = receiver.type();
        if (!type.isUnknown() && type != Basic.NULL && type != Basic.NUMBER_OR_STRING) {
            Builtin builtin = Builtins.attribute(type, name);
            if (builtin == null) {
                if (type.isMap() && Builtins.function(name) != null) {
                    reporter.error(
                            PolicyCode.UNKNOWN_ATTRIBUTE,
                            call.name(),
                            "after a dot a map has its fields only",
                            "write `" + name + "(…)`");
                } else {
                    expressions.members().unknownAttribute(call.name(), type);
                }
                return Typed.broken(place);
            }
            return checked(call.name(), builtin, receiver, call.arguments(), place);
        }
        return dynamic(call, receiver, place);
    }

    static boolean isContains(Expression.MethodCall call) {
        return call.name().text().equals("contains") && call.arguments().size() == 1;
    }

    /// Checked against the first declaration of that name and number of arguments, called by the
    /// one that fits.
    private Typed dynamic(Expression.MethodCall call, Typed receiver, Place place) {
        String name = call.name().text();
        Builtin fitting = null;
        Builtin any = null;
        Type result = null;
        for (Builtin builtin : Builtins.all()) {
            if (builtin.receiver() != null && builtin.name().equals(name)) {
                any = any == null ? builtin : any;
                boolean agreed =
                        builtin.derivation() == Builtin.Derivation.FIXED
                                && (result == null || result.equals(builtin.result()));
                result = agreed ? builtin.result() : Basic.UNKNOWN;
                fitting =
                        fitting == null && builtin.parameters().size() == call.arguments().size()
                                ? builtin
                                : fitting;
            }
        }
        if (any == null) {
            reporter.error(
                    PolicyCode.UNKNOWN_ATTRIBUTE,
                    call.name(),
                    "no type has a `" + name + "`",
                    Reporter.didYouMean(name, Builtins.attributeNames(Basic.UNKNOWN), null));
            return Typed.broken(place);
        }
        if (fitting == null) {
            wrongCount(call.name(), any, call.arguments().size());
            return Typed.broken(place);
        }
        List<Operand> operands = new ArrayList<>(List.of(receiver.operand()));
        for (Typed argument : arguments.of(fitting, call.arguments())) {
            operands.add(argument.operand());
        }
        return new Typed(
                new Operand.Method(place, name, operands), result == null ? Basic.UNKNOWN : result);
    }

    /// A call of a known builtin, its arguments checked; folded where everything is known before
    /// the run.
    Typed checked(
            Name name,
            Builtin builtin,
            @Nullable Typed receiver,
            List<Expression> written,
            Place place) {
        if (written.size() != builtin.parameters().size()) {
            wrongCount(name, builtin, written.size());
            return Typed.broken(place);
        }
        List<Operand> operands = new ArrayList<>();
        if (receiver != null) {
            operands.add(receiver.operand());
        }
        int errors = reporter.diagnostics().errorCount();
        List<Typed> checked = arguments.of(builtin, written);
        for (Typed argument : checked) {
            operands.add(argument.operand());
        }
        if (reporter.diagnostics().errorCount() > errors) {
            return Typed.broken(place);
        }
        if (builtin.name().equals("fetch")
                && operands.getFirst() instanceof Operand.Constant constant) {
            return fetch(constant, place);
        }
        Type type =
                new Results(workshop, expressions.fields())
                        .type(builtin, receiver, checked, written);
        if (type == null) {
            return Typed.broken(place);
        }
        Typed folded = Results.folded(builtin, operands, type, place, reporter, written);
        if (folded != null) {
            return folded;
        }
        Operand call = new Operand.Call(place, builtin, operands);
        return builtin.derivation() == Builtin.Derivation.ELEMENT
                ? new Typed(Readings.of(call, type), type, Typed.Absence.PLAIN)
                : new Typed(call, type);
    }

    private Typed fetch(Operand.Constant path, Place place) {
        scope.facts().fetches = true;
        return path.value()
                        instanceof
                        Value.Prepared(dev.brayer.document.jsonpath.JsonPath compiled, var ignored)
                ? new Typed(new Operand.Fetch(place, workshop.path(compiled)), Type.ListOf.ANY)
                : Typed.broken(place);
    }

    private void wrongCount(Name name, Builtin builtin, int given) {
        int wanted = builtin.parameters().size();
        reporter.error(
                PolicyCode.ARGUMENT_COUNT,
                name,
                "`" + name + "` takes " + count(wanted) + ", not " + given,
                "it is declared as `" + builtin.signature() + "`");
    }

    static String count(int wanted) {
        return wanted == 0 ? "no arguments" : wanted == 1 ? "1 argument" : wanted + " arguments";
    }

    private Typed defined(Expression.Call call, FileScope.Defined definition) {
        Place place = reporter.place(call);
        int wanted = definition.item().parameters().size();
        if (call.arguments().size() != wanted) {
            reporter.errorWith(
                    PolicyCode.ARGUMENT_COUNT,
                    call.function(),
                    "`"
                            + call.function()
                            + "` takes "
                            + count(wanted)
                            + ", not "
                            + call.arguments().size(),
                    null,
                    definition.home().reporter().place(definition.item().name()),
                    "defined here");
            return Typed.broken(place);
        }
        List<Typed> given = new ArrayList<>();
        List<Operand> operands = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            Typed typed = expressions.value(argument);
            given.add(typed);
            operands.add(typed.operand());
            types.add(typed.type());
        }
        workshop.checkArguments(definition, given, call.arguments(), reporter);
        Workshop.Compiled compiled =
                workshop.definition(definition, types, call.function(), reporter);
        if (compiled == null) {
            return Typed.broken(place);
        }
        Facts facts = scope.facts();
        facts.depth = Math.max(facts.depth, compiled.facts().depth + 1);
        facts.fetches |= compiled.facts().fetches;
        facts.quantifies |= compiled.facts().quantifies;
        Definition<Operand> operand = compiled.operand();
        if (operand != null) {
            return new Typed(
                    Readings.of(new Operand.Apply(place, operand, operands), compiled.type()),
                    compiled.type());
        }
        Definition<Condition> condition = compiled.condition();
        return condition == null
                ? Typed.broken(place)
                : new Typed(
                        new Operand.Judged(place, new Condition.Apply(place, condition, operands)),
                        Basic.BOOL);
    }
}
