package dev.brayer.stencil;

import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.ScalarType;
import dev.brayer.document.Scalars;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds a value against `type`, `min`, `max` and `enum` of its declaration.
public final class Typing {
    private Typing() {}

    /// The value in the type that its declaration demands, or `null` after a complaint.
    ///
    /// @param fromText whether the source gives text that a type may turn into something else
    public static @Nullable Value fit(
            Declaration declaration,
            Value value,
            Place place,
            boolean fromText,
            Diagnostics diagnostics) {
        WordType type = declaration.type();
        Value typed = type == null ? value : typed(type, value, fromText, diagnostics);
        String word = declaration.word();
        if (type != null && typed == null) {
            diagnostics.add(
                    Diagnostic.error(
                            StencilCode.WORD_TYPE,
                            place,
                            "`"
                                    + word
                                    + "` is to be of type "
                                    + type.key()
                                    + ", and "
                                    + value.shown()
                                    + " is "
                                    + article(value)));
            return null;
        }
        if (typed == null || typed instanceof Value.Nothing) {
            return typed;
        }
        return inRange(declaration, typed, place, diagnostics)
                        && isAllowed(declaration, typed, place, diagnostics)
                ? typed
                : null;
    }

    private static String article(Value value) {
        return value instanceof Value.Nothing ? "null" : "a " + value.typeName();
    }

    private static boolean inRange(
            Declaration declaration, Value value, Place place, Diagnostics diagnostics) {
        String min = declaration.min();
        String max = declaration.max();
        if (min == null && max == null) {
            return true;
        }
        String number = value instanceof Value.Numeric numeric ? numeric.spelling() : null;
        if (number == null) {
            diagnostics.add(
                    Diagnostic.error(
                                    StencilCode.WORD_TYPE,
                                    place,
                                    "`"
                                            + declaration.word()
                                            + "` has `min` or `max`, and "
                                            + value.shown()
                                            + " is "
                                            + article(value))
                            .withHint("add `type: int` or `type: number` when it comes as text"));
            return false;
        }
        boolean tooSmall = min != null && Numbers.compare(number, min) < 0;
        boolean tooLarge = max != null && Numbers.compare(number, max) > 0;
        if (tooSmall || tooLarge) {
            diagnostics.add(
                    Diagnostic.error(
                            StencilCode.WORD_TYPE,
                            place,
                            "`"
                                    + declaration.word()
                                    + "` is "
                                    + value.shown()
                                    + ", "
                                    + (tooSmall
                                            ? "less than its min " + min
                                            : "more than its max " + max)));
        }
        return !tooSmall && !tooLarge;
    }

    private static boolean isAllowed(
            Declaration declaration, Value value, Place place, Diagnostics diagnostics) {
        List<Value> allowed = declaration.allowed();
        if (allowed == null) {
            return true;
        }
        StringBuilder names = new StringBuilder();
        boolean secret = value instanceof Value.Secret;
        for (Value one : allowed) {
            if (!secret && one.shown().equals(value.shown())) {
                return true;
            }
            names.append(names.isEmpty() ? "" : ", ").append(one.shown());
        }
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.WORD_TYPE,
                                place,
                                "`"
                                        + declaration.word()
                                        + "` is "
                                        + value.shown()
                                        + ", which its enum does not list")
                        .withHint("it can be " + names));
        return false;
    }

    private static @Nullable Value typed(
            WordType type, Value value, boolean fromText, Diagnostics diagnostics) {
        if (value instanceof Value.Nothing) {
            return value;
        }
        if (fromText && value instanceof Value.Text text) {
            return fromText(type, text, diagnostics);
        }
        return switch (type) {
            case INT ->
                    value instanceof Value.Numeric number && Numbers.isWhole(number.spelling())
                            ? value
                            : null;
            case NUMBER -> value instanceof Value.Numeric ? value : null;
            case BOOL -> value instanceof Value.Bool ? value : null;
            case STRING ->
                    switch (value) {
                        case Value.Text text -> text;
                        case Value.Secret secret -> secret;
                        case Value.Numeric number ->
                                new Value.Text(number.spelling(), number.place());
                        default -> null;
                    };
            case LIST -> value instanceof Value.Items ? value : null;
            case MAP -> value instanceof Value.Fields ? value : null;
        };
    }

    private static @Nullable Value fromText(
            WordType type, Value.Text text, Diagnostics diagnostics) {
        String plain = text.text().strip();
        return switch (type) {
            case STRING -> text;
            case INT ->
                    isNumber(plain) && Numbers.isWhole(plain)
                            ? new Value.Numeric(plain, text.place())
                            : null;
            case NUMBER -> isNumber(plain) ? new Value.Numeric(plain, text.place()) : null;
            case BOOL ->
                    plain.equals("true") || plain.equals("false")
                            ? new Value.Bool(plain.equals("true"), text.place())
                            : null;
            case LIST -> parsed(text, diagnostics) instanceof Value.Items list ? list : null;
            case MAP -> parsed(text, diagnostics) instanceof Value.Fields map ? map : null;
        };
    }

    /// A list or map that a text holds as YAML or JSON.
    private static @Nullable Value parsed(Value.Text text, Diagnostics diagnostics) {
        Place place = text.place();
        boolean wholeFile = place != null && place.source().text().equals(text.text());
        Source source =
                wholeFile && place != null ? place.source() : Source.of("value", text.text());
        ReadResult read = DocumentReader.read(source, ReadOptions.PLAIN);
        if (wholeFile) {
            diagnostics.addAll(read.diagnostics());
        }
        return read.hasErrors() || read.documents().size() != 1
                ? null
                : Value.of(read.documents().get(0).root());
    }

    private static boolean isNumber(String text) {
        return Scalars.typeOfPlain(text) == ScalarType.NUMBER;
    }
}
