package dev.brayer.stencil.fill;

import dev.brayer.document.ScalarType;
import dev.brayer.document.Scalars;

/// How a string is written in YAML so that every reader, of YAML 1.1, 1.2 or kubectl's mixture,
/// reads that string.
public final class ScalarText {
    private ScalarText() {}

    /// The string plain if all readers agree on it, else in double quotes.
    public static String of(String text, boolean flow) {
        return isPlain(text, flow) ? text : doubleQuoted(text);
    }

    /// Whether the string can stand without quotes.
    static boolean isPlain(String text, boolean flow) {
        return isPlainSyntax(text, flow) && !readsAsSomethingElse(text);
    }

    /// Whether some reader takes the unquoted text for a number, a boolean, null, a date, a merge
    /// or an end of document.
    static boolean readsAsSomethingElse(String text) {
        if (text.isEmpty() || Scalars.typeOfPlain(text) != ScalarType.STRING) {
            return true;
        }
        return switch (text.charAt(0)) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+' -> looksNumeric(text, 0);
            case '-' -> text.startsWith("---") || looksNumeric(text, 1);
            case '.' -> text.startsWith("...") || looksNumeric(text, 0) || text.length() <= 5;
            case '=', '<' -> text.equals("=") || text.equals("<<");
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O' -> isWordOfSomeReader(text);
            default -> false;
        };
    }

    /// Wider than any reader: digits, hexadecimal digits, signs, points, colons and the letters of
    /// dates and exponents.
    private static boolean looksNumeric(String text, int from) {
        boolean digit = false;
        for (int index = from; index < text.length(); index++) {
            char character = text.charAt(index);
            digit |= (character >= '0' && character <= '9');
            if ("0123456789abcdefABCDEFxXoO_.:+-tTzZ ".indexOf(character) < 0) {
                return text.length() == 5 && text.endsWith("inf");
            }
        }
        return digit;
    }

    private static boolean isWordOfSomeReader(String text) {
        for (String word :
                new String[] {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}) {
            if (word.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the text, unquoted on one line, is one plain scalar. Stricter than YAML where
    /// readers differ.
    private static boolean isPlainSyntax(String text, boolean flow) {
        if (text.isEmpty() || !mayBegin(text, flow) || text.charAt(text.length() - 1) == ' ') {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean allowed =
                    switch (character) {
                        case ':' ->
                                index + 1 < text.length()
                                        && text.charAt(index + 1) != ' '
                                        && !(flow
                                                && ",[]{}\"'".indexOf(text.charAt(index + 1)) >= 0);
                        case '#' -> text.charAt(index - 1) != ' ';
                        case ',', '[', ']', '{', '}' -> !flow;
                        default ->
                                (character >= ' ' && character <= '~') || isOrdinary(text, index);
                    };
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBegin(String text, boolean flow) {
        char first = text.charAt(0);
        if (first > '~') {
            return true;
        }
        if (first == '-') {
            return (text.length() > 1 && isLetterOrDigit(text.charAt(1)))
                    || (text.length() > 2
                            && text.charAt(1) == '-'
                            && isLetterOrDigit(text.charAt(2)));
        }
        return isLetterOrDigit(first) || "/._$(+^;".indexOf(first) >= 0 || (first == '<' && !flow);
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /// Letters and digits of other scripts; everything else beyond ASCII goes into quotes.
    private static boolean isOrdinary(String text, int index) {
        char character = text.charAt(index);
        return character >= 0xA0
                && !Character.isSurrogate(character)
                && Character.isLetterOrDigit(character);
    }

    /// The string in double quotes on one line.
    public static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        out.append('"');
        escape(text, out);
        return out.append('"').toString();
    }

    /// What stands between double quotes for a string.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        escape(text, out);
        return out.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(character)) {
                        out.append(character);
                    } else {
                        String digits = Integer.toHexString(character);
                        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
                    }
                }
            }
        }
    }

    /// Whether a block scalar can hold the text: no control characters but tab and line feed, and
    /// no line ends that only some readers know.
    static boolean fitsBlock(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character != '\n' && character != '\t' && !isPrintable(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(char character) {
        return (character >= ' ' && character <= '~')
                || (character >= 0xA0
                        && character != 0x2028
                        && character != 0x2029
                        && character != 0xFEFF
                        && character < 0xFFFE);
    }

    /// Whether a string of several lines can be a literal block that ends with its last line or one
    /// line feed.
    static boolean isNiceBlock(String text) {
        int lineFeed = text.indexOf('\n');
        if (lineFeed <= 0 || text.endsWith("\n\n") || !fitsBlock(text)) {
            return false;
        }
        char first = text.charAt(0);
        if (first == ' ' || first == '\t' || lineFeed == text.length() - 1) {
            return false;
        }
        // A last line of blanks would be lost to some readers.
        int last = text.length() - 1;
        return text.charAt(last) == '\n' || (text.charAt(last) != ' ' && text.charAt(last) != '\t');
    }
}
