package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.TypeName;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Types as they are written behind a parameter.
final class TypeNames {
    private static final List<String> NAMES =
            List.of(
                    "string",
                    "number",
                    "bool",
                    "list",
                    "map",
                    "range",
                    "quantity",
                    "duration",
                    "date",
                    "image",
                    "semver",
                    "ip",
                    "network");

    private TypeNames() {}

    /// The type that is written; unknown where none is, or none of that name exists.
    static Type type(@Nullable TypeName written, Reporter reporter) {
        if (written == null) {
            return Basic.UNKNOWN;
        }
        TypeName element = written.element();
        String name = written.name().text();
        if (element != null) {
            Type inside = type(element, reporter);
            if (name.equals("list")) {
                return new Type.ListOf(inside);
            }
            if (!name.equals("map")) {
                reporter.error(
                        PolicyCode.UNKNOWN_TYPE,
                        written.name(),
                        "only `list of` and `map of` have a type inside, not `" + name + " of`");
                return Basic.UNKNOWN;
            }
            return Basic.MAP;
        }
        return switch (name) {
            case "string" -> Basic.STRING;
            case "number" -> Basic.NUMBER;
            case "bool" -> Basic.BOOL;
            case "list" -> Type.ListOf.ANY;
            case "map" -> Basic.MAP;
            case "range" -> Basic.RANGE;
            case "quantity" -> Basic.QUANTITY;
            case "duration" -> Basic.DURATION;
            case "date" -> Basic.DATE;
            case "image" -> Basic.IMAGE;
            case "semver" -> Basic.SEMVER;
            case "ip", "network" -> Basic.IP;
            default -> {
                reporter.error(
                        PolicyCode.UNKNOWN_TYPE,
                        written.name(),
                        "unknown type `" + name + "`",
                        Reporter.didYouMean(name, NAMES, "types are " + String.join(", ", NAMES)));
                yield Basic.UNKNOWN;
            }
        };
    }
}
