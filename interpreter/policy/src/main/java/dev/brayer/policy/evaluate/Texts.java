package dev.brayer.policy.evaluate;

import dev.brayer.document.Values;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.List;

/// Values and expressions as people read them: on one line, cut, without control characters.
final class Texts {
    private static final int LONGEST = 200;
    private static final int MANY = 20;

    private Texts() {}

    /// As it stands inside a message: a text without quotes.
    static String plain(Value value) {
        return switch (value) {
            case Value.Text(String text, _) -> cut(text);
            case Value.Wrong(_, Value found) -> plain(found);
            default -> quoted(value);
        };
    }

    /// As it would be written in a policy or a manifest: a text in quotes.
    static String quoted(Value value) {
        return switch (value) {
            case Value.Text(String text, _) -> '"' + cut(text) + '"';
            case Value.Numeral(var number, _) -> cut(number.toPlainString());
            case Value.Bool(boolean bool, _) -> Boolean.toString(bool);
            case Value.Items(List<Value> elements, _) -> list(elements);
            case Value.Tree(Site site) -> cut(Values.toJson(site.node()));
            case Value.NoEntries _ -> "{}";
            case Value.Range(Value low, Value high, _) ->
                    "(" + quoted(low) + ".." + quoted(high) + ")";
            case Value.Amount(_, String written, _) -> cut(written);
            case Value.Time(_, String written, _) -> cut(written);
            case Value.Moment(_, String written, _) -> cut(written);
            case Value.Image(_, String written, _) -> cut(written);
            case Value.Version(_, String written, _) -> cut(written);
            case Value.Address(var network, _) ->
                    network.isSingle() ? network.addressText() : network.toString();
            case Value.FileName(String name) -> cut(name);
            case Value.Symbol(String name) -> ":" + name;
            case Value.Prepared(_, String written) -> '"' + cut(written) + '"';
            case Value.Missing _ -> "(missing)";
            case Value.Unfilled(String word, _) -> "${" + word + "}";
            case Value.Secret _ -> Values.HIDDEN;
            case Value.Wrong(_, Value found) -> quoted(found);
        };
    }

    /// The expression as it is written, on one line.
    static String code(Place place) {
        String text = place.text();
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST));
        boolean blank = false;
        for (int index = 0; index < text.length() && line.length() <= LONGEST; index++) {
            char character = text.charAt(index);
            if (Character.isWhitespace(character)) {
                blank = true;
            } else {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                line.append(character);
            }
        }
        return "`" + cut(line.toString()) + "`";
    }

    static String cut(String text) {
        StringBuilder cut = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int index = 0; index < text.length(); index++) {
            if (cut.length() >= LONGEST) {
                return cut.append('…').toString();
            }
            char character = text.charAt(index);
            boolean split = Character.isHighSurrogate(character) && cut.length() == LONGEST - 1;
            if (split) {
                return cut.append('…').toString();
            }
            if (character == '\n') {
                cut.append("\\n");
            } else if (Character.isISOControl(character) || isBidirectional(character)) {
                String digits = Integer.toHexString(character);
                cut.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                cut.append(character);
            }
        }
        return cut.toString();
    }

    /// `1 element`, `3 elements`.
    static String count(int elements) {
        return elements == 1 ? "1 element" : elements + " elements";
    }

    private static String list(List<Value> elements) {
        StringBuilder text = new StringBuilder("[");
        for (int index = 0; index < elements.size(); index++) {
            if (index == MANY || text.length() > LONGEST) {
                return text.append(", …]").toString();
            }
            text.append(index == 0 ? "" : ", ").append(quoted(elements.get(index)));
        }
        return text.append(']').toString();
    }

    private static boolean isBidirectional(char character) {
        return character == '\u061c'
                || character == '\u200e'
                || character == '\u200f'
                || (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
