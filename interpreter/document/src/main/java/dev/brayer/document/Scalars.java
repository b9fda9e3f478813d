package dev.brayer.document;

import dev.brayer.number.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What kubectl makes of a plain scalar.
///
/// The rules are those of go-yaml v2 as kubernetes-sigs/yaml carries it (`goyaml.v2/resolve.go`),
/// which kubectl uses: neither YAML 1.1 nor 1.2 but a mixture.
/// `src/test/resources/kubectl/scalars.tsv` holds cases that were verified with kubectl itself.
public final class Scalars {
    /// What a plain scalar is, finer than [ScalarType]: kubectl names integer and decimal keys
    /// differently, and has no JSON for infinity.
    enum Resolved {
        NULL,
        TRUE,
        FALSE,
        INTEGER,
        DECIMAL,
        NOT_FINITE,
        STRING;

        ScalarType type() {
            return switch (this) {
                case NULL -> ScalarType.NULL;
                case TRUE, FALSE -> ScalarType.BOOLEAN;
                case INTEGER, DECIMAL -> ScalarType.NUMBER;
                case NOT_FINITE, STRING -> ScalarType.STRING;
            };
        }
    }

    /// The largest integer that go-yaml reads as one.
    private static final BigInteger UNSIGNED_MAX =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private static final BigInteger SIGNED_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SIGNED_MIN = BigInteger.valueOf(Long.MIN_VALUE);

    /// From here on the shortest `%g` of Go has an exponent: 1e+06.
    private static final int GO_LARGEST_PLAIN_EXPONENT = 6;

    /// A number with so many digits and no exponent fits into a 64-bit float.
    private static final int SURELY_FINITE_DIGITS = 300;

    private Scalars() {}

    /// What kubectl reads the text as when it stands without quotes. Whoever writes a string asks
    /// this to know whether it needs quotes.
    public static ScalarType typeOfPlain(String text) {
        return resolve(text).type();
    }

    static Resolved resolve(String text) {
        if (text.isEmpty()) {
            return Resolved.NULL;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return isShortInteger(text)
                    ? Resolved.INTEGER
                    : resolveNumber(withoutUnderscores(text));
        }
        if (first == '-' || first == '+') {
            return resolveSigned(text);
        }
        return switch (first) {
            case '.' -> resolveDotted(text);
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' ->
                    text.length() > 5 ? Resolved.STRING : resolveWord(text);
            default -> Resolved.STRING;
        };
    }

    /// Ports, counts and the like: digits that are neither octal nor too many for a `long`.
    private static boolean isShortInteger(String text) {
        int length = text.length();
        if (length > 18 || (length > 1 && text.charAt(0) == '0')) {
            return false;
        }
        return skipDigits(text, 0) == length;
    }

    private static Resolved resolveWord(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
                    Resolved.TRUE;
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
                    Resolved.FALSE;
            case "~", "null", "Null", "NULL" -> Resolved.NULL;
            default -> Resolved.STRING;
        };
    }

    private static Resolved resolveDotted(String text) {
        return switch (text) {
            case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF" -> Resolved.NOT_FINITE;
            default -> isDottedDecimal(text) ? Resolved.DECIMAL : Resolved.STRING;
        };
    }

    private static Resolved resolveSigned(String text) {
        return switch (text) {
            case "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> Resolved.NOT_FINITE;
            default -> resolveNumber(withoutUnderscores(text));
        };
    }

    private static Resolved resolveNumber(String plain) {
        if (integer(plain) != null) {
            return Resolved.INTEGER;
        }
        return !plain.isEmpty() && isDecimal(plain) ? Resolved.DECIMAL : Resolved.STRING;
    }

    private static String withoutUnderscores(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }

    /// A text that begins with a point goes to Go's `ParseFloat` as it is, which wants an
    /// underscore between digits.
    private static boolean isDottedDecimal(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '_' && !(isDigit(text, at - 1) && isDigit(text, at + 1))) {
                return false;
            }
        }
        return isDecimal(withoutUnderscores(text));
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /// Whether the text is a decimal number that a 64-bit float can hold: sign, digits with a
    /// point, exponent.
    private static boolean isDecimal(String text) {
        int at = 0;
        if (text.charAt(0) == '+' || text.charAt(0) == '-') {
            at++;
        }
        int wholeStart = at;
        at = skipDigits(text, at);
        int digits = at - wholeStart;
        if (at < text.length() && text.charAt(at) == '.') {
            int fractionStart = at + 1;
            at = skipDigits(text, fractionStart);
            digits += at - fractionStart;
        }
        if (digits == 0) {
            return false;
        }
        if (at == text.length()) {
            return digits <= SURELY_FINITE_DIGITS || !Double.isInfinite(Double.parseDouble(text));
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        at++;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int exponentStart = at;
        at = skipDigits(text, at);
        return at == text.length()
                && at > exponentStart
                && !Double.isInfinite(Double.parseDouble(text));
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (isDigit(text, at)) {
            at++;
        }
        return at;
    }

    /// The integer that Go's `ParseInt` or `ParseUint` with base 0 reads, or `null` when it is none
    /// or too large.
    private static @Nullable BigInteger integer(String plain) {
        int start = plain.startsWith("-") || plain.startsWith("+") ? 1 : 0;
        int length = plain.length() - start;
        if (length == 0) {
            return null;
        }
        int radix = 10;
        int digits = start;
        if (plain.charAt(start) == '0' && length > 1) {
            char letter = Character.toLowerCase(plain.charAt(start + 1));
            boolean prefixed = length > 2 && (letter == 'x' || letter == 'o' || letter == 'b');
            radix = !prefixed || letter == 'o' ? 8 : letter == 'x' ? 16 : 2;
            digits = start + (prefixed ? 2 : 1);
        }
        while (digits < plain.length() - 1 && plain.charAt(digits) == '0') {
            digits++;
        }
        if (plain.length() - digits > Long.SIZE) {
            return null;
        }
        for (int at = digits; at < plain.length(); at++) {
            char digit = plain.charAt(at);
            if (digit >= 0x80 || Character.digit(digit, radix) < 0) {
                return null;
            }
        }
        boolean negative = plain.charAt(0) == '-';
        if (plain.length() - digits <= 15) {
            long value = Long.parseLong(plain, digits, plain.length(), radix);
            return BigInteger.valueOf(negative ? -value : value);
        }
        BigInteger magnitude = new BigInteger(plain.substring(digits), radix);
        BigInteger value = negative ? magnitude.negate() : magnitude;
        BigInteger most = start == 0 ? UNSIGNED_MAX : SIGNED_MAX;
        return value.compareTo(most) > 0 || value.compareTo(SIGNED_MIN) < 0 ? null : value;
    }

    static boolean isTrue(String text) {
        return resolve(text) == Resolved.TRUE;
    }

    /// The exact value of a text that [#resolve] found to be a number.
    static Decimal number(String text) {
        String plain = withoutUnderscores(text);
        if (plain.charAt(0) != '.') {
            BigInteger integer = integer(plain);
            if (integer != null) {
                return Decimal.of(integer);
            }
        }
        // kubectl reads a 64-bit float: what is too small for one is nothing, and must not grow
        // into a million digits.
        return Double.parseDouble(plain) == 0 ? Decimal.ZERO : Decimal.parse(plain);
    }

    /// In plain notation, without needless zeros after the point.
    static String plainNumber(Decimal number) {
        Decimal stripped = number.stripTrailingZeros();
        return stripped.toPlainString();
    }

    /// The name that kubectl makes of a key that is no string; [ScalarType#NULL] has none and is
    /// read as its text.
    static String keyName(ScalarType type, String text) {
        return switch (type) {
            case NULL, STRING -> text;
            case BOOLEAN -> isTrue(text) ? "true" : "false";
            case NUMBER ->
                    resolve(text) == Resolved.INTEGER
                            ? number(text).toPlainString()
                            : floatName(text);
        };
    }

    /// How go-yaml v2 writes a decimal key: the shortest digits of the nearest 32-bit float, in the
    /// notation of Go's `%g`.
    private static String floatName(String text) {
        float value = Double.valueOf(withoutUnderscores(text)).floatValue();
        if (Float.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        String sign = text.startsWith("-") ? "-" : "";
        if (value == 0) {
            return sign + "0";
        }
        BigDecimal shortest = new BigDecimal(Float.toString(Math.abs(value))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        if (exponent >= -4 && exponent < GO_LARGEST_PLAIN_EXPONENT) {
            return sign + shortest.toPlainString();
        }
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power = Integer.toString(Math.abs(exponent));
        return sign
                + digits.charAt(0)
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + (power.length() < 2 ? "0" : "")
                + power;
    }
}
