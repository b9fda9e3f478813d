package dev.brayer.policy.builtin;

import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Conversion;
import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The types that `as` knows by symbol.
public final class Conversions {
    /// In the order in which they are shown.
    public static final List<String> NAMES =
            List.of(
                    "image",
                    "semver",
                    "ipaddress",
                    "ip",
                    "quantity",
                    "duration",
                    "date",
                    "number",
                    "filename",
                    "string");

    private Conversions() {}

    /// The type that a symbol names, or null.
    public static @Nullable Type type(String symbol) {
        return switch (symbol) {
            case "image" -> Basic.IMAGE;
            case "semver" -> Basic.SEMVER;
            case "ipaddress", "ip", "network" -> Basic.IP;
            case "quantity" -> Basic.QUANTITY;
            case "duration" -> Basic.DURATION;
            case "date" -> Basic.DATE;
            case "number" -> Basic.NUMBER;
            case "filename" -> Basic.FILENAME;
            case "string" -> Basic.STRING;
            default -> null;
        };
    }

    static Value convert(Value value, Value symbol) {
        Type type = symbol instanceof Value.Symbol(String name) ? type(name) : null;
        return switch (type) {
            case Basic.IMAGE -> Conversion.toImage(value);
            case Basic.SEMVER -> Conversion.toVersion(value);
            case Basic.IP -> Conversion.toAddress(value);
            case Basic.QUANTITY -> Conversion.toAmount(value);
            case Basic.DURATION -> Conversion.toTime(value);
            case Basic.DATE -> Conversion.toMoment(value);
            case Basic.NUMBER -> Conversion.toNumber(value);
            case Basic.FILENAME -> Conversion.toFileName(value);
            case Basic.STRING -> Conversion.toText(value);
            case null, default -> new Value.Wrong("the symbol of a type", symbol);
        };
    }
}
