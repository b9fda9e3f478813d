package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.TypeName;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import java.util.ArrayList;
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
    static Type type(@Nullable TypeName written, KindCatalog kinds, Reporter reporter) {
        if (written == null) {
            return Basic.UNKNOWN;
        }
        TypeName element = written.element();
        String name = written.name().text();
        if (element != null) {
            Type inside = type(element, kinds, reporter);
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
            return new Type.MapOf(inside, false);
        }
        return switch (name) {
            case "string" -> Basic.STRING;
            case "number" -> Basic.NUMBER;
            case "bool" -> Basic.BOOL;
            case "list" -> Type.ListOf.ANY;
            case "map" -> Type.MapOf.ANY;
            case "range" -> Basic.RANGE;
            case "quantity" -> Basic.QUANTITY;
            case "duration" -> Basic.DURATION;
            case "date" -> Basic.DATE;
            case "image" -> Basic.IMAGE;
            case "semver" -> Basic.SEMVER;
            case "ip", "network" -> Basic.IP;
            default -> ofTheSchema(written.name(), kinds, reporter);
        };
    }

    private static Type ofTheSchema(Name written, KindCatalog kinds, Reporter reporter) {
        String name = written.text();
        Type type = kinds.named(name);
        if (type != null) {
            return type;
        }
        String here = ofOtherLanguages(name);
        if (here != null) {
            reporter.error(
                    PolicyCode.UNKNOWN_TYPE,
                    written,
                    "unknown type `" + name + "`",
                    "write `" + here + "`");
            return Basic.UNKNOWN;
        }
        List<String> known = new ArrayList<>(NAMES);
        known.addAll(kinds.typeNames());
        reporter.error(
                PolicyCode.UNKNOWN_TYPE,
                written,
                "unknown type `" + name + "`",
                Reporter.didYouMean(
                        name,
                        known,
                        "types are "
                                + String.join(", ", NAMES)
                                + ", and objects such as Container"));
        return Basic.UNKNOWN;
    }

    private static @Nullable String ofOtherLanguages(String name) {
        return switch (name) {
            case "int", "integer", "float", "double", "decimal" -> "number";
            case "str", "text" -> "string";
            case "boolean" -> "bool";
            case "array" -> "list";
            case "object", "dict" -> "map";
            case "time", "timestamp" -> "date";
            case "version" -> "semver";
            default -> null;
        };
    }
}
