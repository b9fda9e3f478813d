package dev.brayer.document;

import dev.brayer.number.Decimal;
import dev.brayer.text.Source;
import org.jspecify.annotations.Nullable;

/// A single value: a string, number, boolean or null.
public final class ScalarNode extends Node {
    private static final Source NOWHERE = Source.unread("(made)");

    private final String text;
    private final ScalarType type;
    private final ScalarStyle style;

    ScalarNode(
            Source source,
            int start,
            int end,
            @Nullable Properties properties,
            String text,
            ScalarType type,
            ScalarStyle style) {
        super(source, start, end, properties);
        this.text = text;
        this.type = type;
        this.style = style;
    }

    /// A value that stands in no file, to compare others with.
    public static ScalarNode made(String text, ScalarType type) {
        return new ScalarNode(NOWHERE, 0, 0, null, text, type, ScalarStyle.PLAIN);
    }

    /// The text without quotes, escapes and line folding; numbers and booleans in the spelling of
    /// the file (`1.10`, `0x1F`, `yes`). Empty for a null that is not written.
    public String text() {
        return text;
    }

    public ScalarType type() {
        return type;
    }

    public ScalarStyle style() {
        return style;
    }

    public boolean isNull() {
        return type == ScalarType.NULL;
    }

    public boolean isString() {
        return type == ScalarType.STRING;
    }

    /// Whether this is the boolean true, in whatever spelling.
    public boolean isTrue() {
        return type == ScalarType.BOOLEAN && Scalars.isTrue(text);
    }

    /// The value of a number, exactly as written; whole numbers in any notation have scale 0 or
    /// less only if written so.
    ///
    /// @throws IllegalStateException if this is not a number
    public Decimal number() {
        if (type != ScalarType.NUMBER) {
            throw new IllegalStateException("not a number: " + text);
        }
        return Scalars.number(text);
    }

    /// The name that this scalar is as a key, as kubectl makes it.
    public String name() {
        return type == ScalarType.STRING ? text : Scalars.keyName(type, text);
    }

    @Override
    public boolean isFlow() {
        return style.isQuoted();
    }

    @Override
    public String kindInWords() {
        return type.inWords();
    }

    @Override
    public String toString() {
        return Values.toJson(this);
    }
}
