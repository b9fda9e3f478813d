package dev.brayer.document;

import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contents of nodes, whatever their place and spelling.
public final class Values {
    private Values() {}

    /// Whether both hold the same value: numbers by their amount, maps in any order, lists in
    /// order.
    public static boolean equal(Node left, Node right) {
        if (left == right) {
            return true;
        }
        if (left instanceof ScalarNode scalar) {
            return right instanceof ScalarNode other && equalScalars(scalar, other);
        }
        if (left instanceof ListNode list) {
            return right instanceof ListNode other && equalLists(list.items(), other.items());
        }
        return left instanceof MapNode map
                && right instanceof MapNode other
                && equalMaps(map, other);
    }

    private static boolean equalScalars(ScalarNode left, ScalarNode right) {
        if (left.type() != right.type()) {
            return false;
        }
        return switch (left.type()) {
            case NULL -> true;
            case BOOLEAN -> left.isTrue() == right.isTrue();
            case STRING -> left.text().equals(right.text());
            case NUMBER ->
                    left.text().equals(right.text())
                            || left.number().compareTo(right.number()) == 0;
        };
    }

    private static boolean equalLists(List<Node> left, List<Node> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int at = 0; at < left.size(); at++) {
            if (!equal(left.get(at), right.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(MapNode left, MapNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Entry entry : left.entries()) {
            Node other = right.get(entry.name());
            if (other == null || !equal(entry.value(), other)) {
                return false;
            }
        }
        return true;
    }

    /// A word without a value yet in a key or a scalar at or below a node; null where all is known.
    public static @Nullable String unfilledWord(Node node) {
        return node.source().hasUnfilled() ? word(node, Place::unfilledWord) : null;
    }

    /// A word that is a secret in a scalar at or below a node; null where there is none.
    public static @Nullable String secretWord(Node node) {
        return node.source().hasSecret() ? word(node, Place::secretWord) : null;
    }

    /// A word of a place.
    @FunctionalInterface
    private interface WordOf {
        @Nullable String at(Place place);
    }

    private static @Nullable String word(Node node, WordOf words) {
        return switch (node) {
            case ScalarNode scalar -> words.at(scalar.place());
            case ListNode list -> {
                String word = null;
                for (int at = 0; at < list.size() && word == null; at++) {
                    word = word(list.get(at), words);
                }
                yield word;
            }
            case MapNode map -> {
                String word = null;
                for (Entry entry : map.entries()) {
                    word = word == null ? words.at(entry.key().place()) : word;
                    word = word == null ? word(entry.value(), words) : word;
                }
                yield word;
            }
        };
    }

    /// What stands for a secret wherever a value is shown.
    public static final String HIDDEN = "***";

    /// The value as JSON in one line, numbers in plain decimal notation, secrets as `***`.
    public static String toJson(Node node) {
        StringBuilder text = new StringBuilder();
        appendJson(node, text);
        return text.toString();
    }

    private static void appendJson(Node node, StringBuilder text) {
        switch (node) {
            case ScalarNode scalar -> appendScalar(scalar, text);
            case ListNode list -> {
                String separator = "[";
                for (Node item : list.items()) {
                    text.append(separator);
                    appendJson(item, text);
                    separator = ",";
                }
                text.append(list.isEmpty() ? "[]" : "]");
            }
            case MapNode map -> {
                String separator = "{";
                for (Entry entry : map.entries()) {
                    text.append(separator);
                    appendQuoted(entry.name(), text);
                    text.append(':');
                    appendJson(entry.value(), text);
                    separator = ",";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            }
        }
    }

    private static void appendScalar(ScalarNode scalar, StringBuilder text) {
        if (scalar.source().hasSecret() && scalar.place().secretWord() != null) {
            appendQuoted(HIDDEN, text);
            return;
        }
        switch (scalar.type()) {
            case NULL -> text.append("null");
            case BOOLEAN -> text.append(scalar.isTrue());
            case NUMBER -> text.append(Scalars.plainNumber(scalar.number()));
            case STRING -> appendQuoted(scalar.text(), text);
        }
    }

    /// A string in double quotes with the escapes of JSON.
    public static void appendQuoted(String value, StringBuilder text) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < ' ' || character == 0x7F || Character.isSurrogate(character)) {
                        appendUnusual(value, at, text);
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    /// A control character or half a pair as an escape; a whole pair as it is.
    private static void appendUnusual(String value, int at, StringBuilder text) {
        char character = value.charAt(at);
        boolean pair =
                Character.isHighSurrogate(character)
                        ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                        : Character.isLowSurrogate(character)
                                && at > 0
                                && Character.isHighSurrogate(value.charAt(at - 1));
        if (pair) {
            text.append(character);
            return;
        }
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((character >> shift) & 0xF, 16));
        }
    }
}
