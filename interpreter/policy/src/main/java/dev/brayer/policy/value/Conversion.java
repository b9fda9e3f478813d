package dev.brayer.policy.value;

import dev.brayer.number.Decimal;
import dev.brayer.policy.value.Value.Address;
import dev.brayer.policy.value.Value.Amount;
import dev.brayer.policy.value.Value.FileName;
import dev.brayer.policy.value.Value.Image;
import dev.brayer.policy.value.Value.Moment;
import dev.brayer.policy.value.Value.Numeral;
import dev.brayer.policy.value.Value.Open;
import dev.brayer.policy.value.Value.Text;
import dev.brayer.policy.value.Value.Time;
import dev.brayer.policy.value.Value.Version;
import dev.brayer.policy.value.Value.Wrong;

/// Reading a text as a richer type. What cannot be read is a [Wrong] value that says what was
/// expected.
public final class Conversion {
    /// Longer numbers are no settings of anything, and to read and print them takes minutes.
    private static final int MOST_DIGITS = 1_000;

    private Conversion() {}

    /// The value as it counts beside the other one: a text beside an image, a quantity and so on is
    /// read as one.
    public static Value beside(Value value, Value other) {
        if (!(value instanceof Text) && !(value instanceof Numeral && (other instanceof Amount))) {
            return value;
        }
        return switch (other) {
            case Amount _ -> toAmount(value);
            case Time _ -> toTime(value);
            case Moment _ -> toMoment(value);
            case Image _ -> toImage(value);
            case Version _ -> toVersion(value);
            case Address _ -> toAddress(value);
            default -> value;
        };
    }

    public static Value toAmount(Value value) {
        return switch (value) {
            case Amount _, Open _ -> value;
            case Numeral(Decimal number, Trace trace) ->
                    new Amount(number, number.toPlainString(), trace);
            case Text(String text, Trace trace) -> {
                Decimal amount = Quantity.parse(text);
                yield amount == null
                        ? new Wrong("a quantity such as \"512Mi\"", value)
                        : new Amount(amount, text, trace);
            }
            default -> new Wrong("a quantity such as \"512Mi\"", value);
        };
    }

    public static Value toTime(Value value) {
        if (value instanceof Text(String text, Trace trace)) {
            Decimal seconds = Duration.parse(text);
            if (seconds != null) {
                return new Time(seconds, text, trace);
            }
        }
        return value instanceof Time || value instanceof Open
                ? value
                : new Wrong("a duration such as \"30s\"", value);
    }

    public static Value toMoment(Value value) {
        return value instanceof Text(String text, Trace trace)
                ? Dates.parse(text, trace, value)
                : asItIs(value, value instanceof Moment, "a date such as \"2026-01-31\"");
    }

    public static Value toImage(Value value) {
        if (value instanceof Text(String text, Trace trace)) {
            ImageName image = ImageName.parse(text);
            if (image != null) {
                return new Image(image, text, trace);
            }
        }
        return asItIs(value, value instanceof Image, "the name of an image");
    }

    public static Value toVersion(Value value) {
        if (value instanceof Text(String text, Trace trace)) {
            SemanticVersion version = SemanticVersion.parse(text);
            if (version != null) {
                return new Version(version, text, trace);
            }
        }
        return asItIs(value, value instanceof Version, "a version such as \"1.2.3\"");
    }

    public static Value toAddress(Value value) {
        if (value instanceof Text(String text, Trace trace)) {
            IpNetwork network = IpNetwork.parse(text);
            if (network != null) {
                return new Address(network, trace);
            }
        }
        return asItIs(value, value instanceof Address, "an IP address or network");
    }

    public static Value toFileName(Value value) {
        return value instanceof Text(String text, _)
                ? new FileName(text)
                : asItIs(value, value instanceof FileName, "the name of a file");
    }

    /// A number from a text that is written as one.
    public static Value toNumber(Value value) {
        if (value instanceof Text(String text, Trace trace)) {
            int start = text.startsWith("-") ? 1 : 0;
            if (text.length() - start <= MOST_DIGITS
                    && SemanticVersion.digits(text, start, text.length())) {
                return new Numeral(Decimal.parse(text), trace);
            }
        }
        return asItIs(value, value instanceof Numeral, "a number");
    }

    /// The text of a scalar as it would be written.
    public static Value toText(Value value) {
        return switch (value) {
            case Text _, Open _ -> value;
            case Numeral(Decimal number, Trace trace) -> new Text(number.toPlainString(), trace);
            case Value.Bool(boolean bool, Trace trace) -> new Text(Boolean.toString(bool), trace);
            case Amount(_, String written, Trace trace) -> new Text(written, trace);
            case Time(_, String written, Trace trace) -> new Text(written, trace);
            case Moment(_, String written, Trace trace) -> new Text(written, trace);
            case Image(_, String written, Trace trace) -> new Text(written, trace);
            case Version(_, String written, Trace trace) -> new Text(written, trace);
            case Address(IpNetwork network, Trace trace) -> new Text(network.addressText(), trace);
            case FileName(String name) -> new Text(name, Trace.Several.NONE);
            default -> new Wrong("a single value", value);
        };
    }

    private static Value asItIs(Value value, boolean fits, String expected) {
        return fits || value instanceof Open ? value : new Wrong(expected, value);
    }
}
