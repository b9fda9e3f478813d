package dev.brayer.policy.check;

import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.builtin.Builtins;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Conversion;
import dev.brayer.policy.value.Patterns;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.VersionRange;
import dev.brayer.text.Place;

/// Texts that have to be something: paths, patterns, versions, kinds. They are read before the run.
final class Literals {
    private Literals() {}

    static Operand prepare(
            Builtin.Form form, String text, Expression written, Place place, Reporter reporter) {
        Operand plain =
                new Operand.Constant(
                        place, new Value.Text(text, dev.brayer.policy.value.Trace.Several.NONE));
        return switch (form) {
            case ANY, CONVERSION, ATTRIBUTE, KIND, SECRET -> plain;
            case JSON_PATH ->
                    switch (JsonPath.compile(text)) {
                        case JsonPath.Compiled(JsonPath path) -> prepared(place, path, text);
                        case JsonPath.Rejected rejected -> {
                            jsonPathError(rejected, written, reporter);
                            yield plain;
                        }
                    };
            case SEARCH -> {
                Patterns.Compiled compiled = Patterns.search(text);
                yield compiled.pattern() == null
                        ? patternError(compiled, plain, written, reporter)
                        : prepared(place, compiled.pattern(), text);
            }
            case VERSION_RANGE -> {
                VersionRange range = VersionRange.parse(text);
                if (range == null) {
                    reporter.error(
                            PolicyCode.LITERAL,
                            written,
                            "this text is not a range of versions such as \">=1.2 <2\"");
                    yield plain;
                }
                yield prepared(place, range, text);
            }
        };
    }

    private static Operand prepared(Place place, Object form, String text) {
        return new Operand.Constant(place, new Value.Prepared(form, text));
    }

    static Operand patternError(
            Patterns.Compiled compiled, Operand plain, Expression written, Reporter reporter) {
        reporter.error(
                PolicyCode.PATTERN, written, "this is no pattern of RE2: " + compiled.problem());
        return plain;
    }

    /// At its place inside the string; where the text came through a variable or has several lines,
    /// at the argument.
    private static void jsonPathError(
            JsonPath.Rejected rejected, Expression written, Reporter reporter) {
        if (written instanceof Expression.TextLiteral literal && !literal.block()) {
            reporter.diagnostics()
                    .add(
                            rejected.diagnostic(
                                    PolicyCode.JSON_PATH,
                                    reporter.source(),
                                    literal.span().start() + 1));
        } else {
            reporter.error(PolicyCode.JSON_PATH, written, rejected.message(), rejected.hint());
        }
    }

    /// A literal text beside a value of a known type, read as one; complains where it is none.
    static Typed beside(Typed literal, Type rich, Expression written, Reporter reporter) {
        if (!Types.reads(rich, literal.type())) {
            return literal;
        }
        Value value = literal.constant();
        if (value == null) {
            return literal;
        }
        Value read =
                switch (rich) {
                    case Basic.QUANTITY -> Conversion.toAmount(value);
                    case Basic.DURATION -> Conversion.toTime(value);
                    case Basic.DATE -> Conversion.toMoment(value);
                    case Basic.IMAGE -> Conversion.toImage(value);
                    case Basic.SEMVER -> Conversion.toVersion(value);
                    case Basic.IP -> Conversion.toAddress(value);
                    case Basic ignored -> value;
                    case Type.ListOf ignored -> value;
                    case Type.MapOf ignored -> value;
                    case Type.ObjectOf ignored -> value;
                };
        if (read instanceof Value.Wrong(String expected, Value ignored)) {
            reporter.error(PolicyCode.LITERAL, written, "this text is not " + expected);
            return literal;
        }
        return new Typed(
                new Operand.Constant(literal.operand().place(), read), Builtins.typeOf(read));
    }
}
