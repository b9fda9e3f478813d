package dev.brayer.policy.check;

import dev.brayer.grammar.policy.ParsedExpression;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.policy.LoadOptions.Argument;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Conversion;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values of `param`: the one that was given, else the one that is written.
final class Parameters {
    private record Declared(Type type, Place place) {}

    private static final int MOST_SHOWN = 10;

    private final Map<String, Argument> given;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Workshop workshop;
    private final Diagnostics diagnostics;

    Parameters(Map<String, Argument> given, Workshop workshop, Diagnostics diagnostics) {
        this.given = given;
        this.workshop = workshop;
        this.diagnostics = diagnostics;
    }

    Typed value(Item.Parameter item, FileScope file) {
        Reporter reporter = file.reporter();
        Place place = reporter.place(item.name());
        Type type = TypeNames.type(item.type(), workshop.kinds(), reporter);
        Expression written = item.value();
        Typed standard = written == null ? null : constant(written, type, file);
        if (type.isUnknown() && standard != null) {
            type = standard.type();
        }
        String name = item.name().text();
        Argument argument = given.get(name);
        Declared other = declared.putIfAbsent(name, new Declared(type, place));
        if (argument != null && other != null && !other.type().equals(type)) {
            diagnostics.add(
                    Diagnostic.error(
                                    PolicyCode.PARAMETER_UNKNOWN,
                                    argument.given().wholeFile(),
                                    "`"
                                            + name
                                            + "` is declared as "
                                            + Builtins.withArticle(other.type())
                                            + " and as "
                                            + Builtins.withArticle(type))
                            .withRelated(other.place(), "declared here")
                            .withRelated(place, "and here"));
        }
        if (argument != null) {
            return argument(name, argument, type, place);
        }
        if (standard == null) {
            reporter.error(
                    PolicyCode.PARAMETER_MISSING,
                    item.name(),
                    "the parameter `" + name + "` has no value",
                    "give it with `--param " + name + "=VALUE`, or write a default behind `=`");
            return Typed.broken(place);
        }
        return standard;
    }

    private Typed constant(Expression written, Type type, FileScope file) {
        Scope scope =
                new Scope(file, null, new Facts(), written.span().start(), Scope.Owner.PARAMETER);
        int errors = diagnostics.errorCount();
        Typed value = new Expressions(scope, workshop).value(written);
        Value known = value.constant();
        Reporter reporter = file.reporter();
        if (diagnostics.errorCount() > errors) {
            return Typed.broken(reporter.place(written));
        }
        if (known == null) {
            reporter.error(
                    PolicyCode.PARAMETER_VALUE,
                    written,
                    "the default of a parameter is known before the run",
                    "write a literal; a `var` may depend on the document");
            return Typed.broken(reporter.place(written));
        }
        Value read = read(known, type);
        if (read == null) {
            reporter.error(
                    PolicyCode.PARAMETER_VALUE,
                    written,
                    "the parameter is "
                            + Builtins.withArticle(type)
                            + ", this is "
                            + Builtins.withArticle(value.type()));
            return Typed.broken(reporter.place(written));
        }
        return new Typed(
                new Operand.Constant(reporter.place(written), read),
                type.isUnknown() ? value.type() : type);
    }

    /// A given text is the value itself for a string, a literal of the language for everything
    /// else.
    private Typed argument(String name, Argument argument, Type type, Place place) {
        Value read = argument.literal() ? null : ofText(argument.text(), type);
        if (read == null) {
            Value literal = literal(argument);
            read = literal == null ? null : type.isUnknown() ? literal : read(literal, type);
        }
        if (read == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    PolicyCode.PARAMETER_VALUE,
                                    argument.valuePlace(),
                                    "the parameter `"
                                            + name
                                            + "` is "
                                            + Builtins.withArticle(type)
                                            + ", `"
                                            + argument.text()
                                            + "` is none")
                            .withRelated(place, "declared here")
                            .withHint(argument.literal() ? null : example(name, type)));
            return Typed.broken(place);
        }
        return new Typed(
                new Operand.Constant(place, read), type.isUnknown() ? Builtins.typeOf(read) : type);
    }

    /// How a value of the type is written on the command line.
    private static @Nullable String example(String name, Type type) {
        return switch (type) {
            case Basic.BOOL -> "write `" + name + "=true` or `" + name + "=false`";
            case Basic.QUANTITY -> "write it as in `" + name + "=512Mi`";
            case Basic.DURATION -> "write it with its unit, as in `" + name + "=90s`";
            case Basic.DATE -> "write it as in `" + name + "=2026-01-31`";
            case Type.ListOf(Type element, var ignored) ->
                    "write it in brackets, and in single quotes for the shell: `'"
                            + name
                            + (element == Basic.NUMBER ? "=[1, 2]" : "=[\"a\", \"b\"]")
                            + "'`";
            case Type.MapOf ignored -> null;
            case Type.ObjectOf ignored -> null;
            case Basic ignored -> null;
        };
    }

    private static @Nullable Value ofText(String written, Type type) {
        Value text = new Value.Text(written, Trace.Several.NONE);
        if (type == Basic.STRING || type.isUnknown()) {
            return text;
        }
        return type.isList() ? null : read(text, type);
    }

    private @Nullable Value literal(Argument argument) {
        ParsedExpression parsed =
                PolicyParser.parseExpression(Source.of(argument.given().name(), argument.text()));
        if (!parsed.diagnostics().isEmpty()) {
            return null;
        }
        Diagnostics own = new Diagnostics();
        FileScope empty = new FileScope(new Reporter(parsed.source(), own));
        Typed value =
                new Expressions(
                                new Scope(empty, null, new Facts(), 0, Scope.Owner.PARAMETER),
                                workshop)
                        .value(parsed.expression());
        return own.hasErrors() ? null : value.constant();
    }

    /// The value as the type, or null.
    private static @Nullable Value read(Value value, Type type) {
        Value read =
                switch (type) {
                    case Basic.QUANTITY -> Conversion.toAmount(value);
                    case Basic.DURATION -> Conversion.toTime(value);
                    case Basic.DATE -> Conversion.toMoment(value);
                    case Basic.IMAGE -> Conversion.toImage(value);
                    case Basic.SEMVER -> Conversion.toVersion(value);
                    case Basic.IP -> Conversion.toAddress(value);
                    case Basic ignored -> value;
                    case Type.MapOf ignored -> value;
                    case Type.ObjectOf ignored -> value;
                    case Type.ListOf(Type element, var ignored) -> elements(value, element);
                };
        return read == null || read instanceof Value.Open || !type.accepts(Builtins.typeOf(read))
                ? null
                : read;
    }

    private static @Nullable Value elements(Value value, Type type) {
        if (!(value instanceof Value.Items(List<Value> elements, var trace))) {
            return null;
        }
        List<Value> all = new ArrayList<>();
        for (Value element : elements) {
            Value read = read(element, type);
            if (read == null) {
                return null;
            }
            all.add(read);
        }
        return new Value.Items(all, trace);
    }

    /// Complains about values for parameters that no policy has.
    void reportUnknown() {
        for (Map.Entry<String, Argument> entry : given.entrySet()) {
            if (!declared.containsKey(entry.getKey())) {
                diagnostics.add(
                        Diagnostic.error(
                                        PolicyCode.PARAMETER_UNKNOWN,
                                        entry.getValue().namePlace(entry.getKey()),
                                        "no policy has a parameter `" + entry.getKey() + "`")
                                .withHint(
                                        Reporter.didYouMean(
                                                entry.getKey(), declared.keySet(), declared())));
            }
        }
    }

    private @Nullable String declared() {
        return declared.isEmpty() || declared.size() > MOST_SHOWN
                ? null
                : "there is `" + String.join("`, `", declared.keySet()) + "`";
    }
}
