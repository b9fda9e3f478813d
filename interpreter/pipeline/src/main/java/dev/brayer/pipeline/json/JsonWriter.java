package dev.brayer.pipeline.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes JSON, two spaces a level, keys in the order in which they come. It holds no more than the
/// text so far.
public final class JsonWriter {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean first = true;

    /// Writes what stands between braces.
    public interface Body {
        void write(JsonWriter json);
    }

    /// Writes one element of an array.
    public interface Element<T> {
        void write(JsonWriter json, T element);
    }

    /// A whole text: one object and a line end.
    public static String object(Body body) {
        JsonWriter json = new JsonWriter();
        json.braces(body);
        return json.text.append('\n').toString();
    }

    public JsonWriter field(String name, @Nullable String value) {
        key(name);
        if (value == null) {
            text.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    /// Leaves the key out when there is no value.
    public JsonWriter optional(String name, @Nullable String value) {
        return value == null ? this : field(name, value);
    }

    public JsonWriter field(String name, long value) {
        key(name);
        text.append(value);
        return this;
    }

    public JsonWriter field(String name, boolean value) {
        key(name);
        text.append(value);
        return this;
    }

    public JsonWriter object(String name, Body body) {
        key(name);
        braces(body);
        return this;
    }

    public JsonWriter strings(String name, List<String> values) {
        key(name);
        String separator = "[";
        for (String value : values) {
            text.append(separator);
            quote(value);
            separator = ", ";
        }
        text.append(values.isEmpty() ? "[]" : "]");
        return this;
    }

    /// An array of objects.
    public <T> JsonWriter objects(String name, List<T> values, Element<? super T> element) {
        key(name);
        text.append('[');
        depth++;
        first = true;
        for (T value : values) {
            next();
            braces(json -> element.write(json, value));
        }
        depth--;
        if (!values.isEmpty()) {
            line();
        }
        text.append(']');
        first = false;
        return this;
    }

    private void braces(Body body) {
        text.append('{');
        depth++;
        first = true;
        body.write(this);
        depth--;
        if (!first) {
            line();
        }
        text.append('}');
        first = false;
    }

    private void key(String name) {
        next();
        quote(name);
        text.append(": ");
    }

    private void next() {
        if (!first) {
            text.append(',');
        }
        first = false;
        line();
    }

    private void line() {
        text.append('\n');
        for (int level = 0; level < depth; level++) {
            text.append("  ");
        }
    }

    private void quote(String value) {
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
                    boolean lonely = Character.isSurrogate(character) && lone(value, at);
                    if (character < ' ' || character == 0x7F || lonely) {
                        unicode(character);
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean lone(String value, int at) {
        char character = value.charAt(at);
        return Character.isHighSurrogate(character)
                ? at + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
    }

    private void unicode(char character) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((character >> shift) & 0xF, 16));
        }
    }
}
