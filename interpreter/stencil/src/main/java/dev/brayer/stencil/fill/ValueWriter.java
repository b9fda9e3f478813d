package dev.brayer.stencil.fill;

import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.text.Origin;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the value of a word as YAML, in block or flow style, each part with its own provenance.
public final class ValueWriter {
    /// How much deeper the entries of a map or list stand than what holds them.
    public static final int STEP = 2;

    private final Word word;
    private final Place hole;
    private final String lineBreak;
    private final boolean blockScalars;
    private final boolean json;
    private final IdentityHashMap<Value, List<Origin>> known = new IdentityHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();

    /// @param blockScalars whether a text of several lines may be a block scalar: not when
    ///   something follows in the line
    /// @param json whether the file is JSON, whose keys and strings are always quoted
    public ValueWriter(
            Word word, Place hole, String lineBreak, boolean blockScalars, boolean json) {
        this.word = word;
        this.hole = hole;
        this.lineBreak = lineBreak;
        this.blockScalars = blockScalars;
        this.json = json;
    }

    /// What was written so far.
    public List<Piece> pieces() {
        return pieces;
    }

    /// Text that belongs to no part of the value: indentation and punctuation.
    public ValueWriter plain(String text) {
        pieces.add(new Piece(text, hole, false, word.origins()));
        return this;
    }

    Piece indentation(int width) {
        return new Piece(" ".repeat(width), hole, false, word.origins());
    }

    /// A line end and the indentation of a column.
    public ValueWriter lineAt(int column) {
        return plain(lineBreak + " ".repeat(column));
    }

    /// Says where a part comes from that no file holds.
    public void know(Value part, List<Origin> origins) {
        known.put(part, origins);
    }

    private void part(String text, Value value) {
        List<Origin> origins = known.get(value);
        if (origins != null) {
            pieces.add(new Piece(text, hole, false, origins));
            return;
        }
        Place place = value.place();
        part(text, place, place != null && isWhole(place));
    }

    /// Whether a part of the value stands where the whole stands. Compared by hand: the `equals` of
    /// a record links itself at its first call, which start-up would feel.
    private boolean isWhole(Place place) {
        Place whole = word.value().place();
        return whole != null
                && whole.source().equals(place.source())
                && whole.span().start() == place.span().start()
                && whole.span().end() == place.span().end();
    }

    private void part(String text, @Nullable Place place, boolean whole) {
        if (whole || place == null) {
            pieces.add(new Piece(text, hole, false, word.origins()));
        } else if (place.source().isRendered()) {
            List<Origin> origins = new ArrayList<>(word.origins());
            origins.addAll(place.origins());
            pieces.add(new Piece(text, place.written(), false, origins));
        } else {
            List<Origin> origins = new ArrayList<>(word.origins());
            origins.set(0, word.origins().get(0).at(place));
            pieces.add(new Piece(text, hole, false, origins));
        }
    }

    /// A list or a map, its first line where the text already is, the others at a column.
    public void block(Value value, int column) {
        if (!isCollection(value)) {
            scalar(value, column - STEP);
        } else if (value instanceof Value.Fields map) {
            entries(map.fields(), column);
        } else if (value instanceof Value.Items list) {
            items(list.items(), column);
        }
    }

    /// Entries of a block map, one a line.
    public void entries(List<Value.Field> fields, int column) {
        for (int index = 0; index < fields.size(); index++) {
            if (index > 0) {
                lineAt(column);
            }
            Value.Field field = fields.get(index);
            part(ScalarText.of(field.key(), false), field.keyPlace(), false);
            Value value = field.value();
            if (isCollection(value)) {
                plain(":").lineAt(column + STEP);
                block(value, column + STEP);
            } else {
                plain(": ");
                scalar(value, column);
            }
        }
    }

    /// Entries of a block list, one a line, the dashes at a column.
    void items(List<Value> items, int column) {
        for (int index = 0; index < items.size(); index++) {
            if (index > 0) {
                lineAt(column);
            }
            plain("- ");
            Value item = items.get(index);
            if (isCollection(item)) {
                block(item, column + STEP);
            } else {
                scalar(item, column);
            }
        }
    }

    static boolean isCollection(Value value) {
        return (value instanceof Value.Fields map && !map.fields().isEmpty())
                || (value instanceof Value.Items list && !list.items().isEmpty());
    }

    /// A scalar, or an empty list or map, in block style below something at a column.
    void scalar(Value value, int parentColumn) {
        if (value instanceof Value.Text text
                && blockScalars
                && ScalarText.isNiceBlock(text.text())) {
            literal(text, parentColumn + STEP);
        } else {
            part(inLine(value, false), value);
        }
    }

    private void literal(Value.Text text, int column) {
        boolean ends = text.text().endsWith("\n");
        StringBuilder out = new StringBuilder(ends ? "|" : "|-");
        String content = ends ? text.text().substring(0, text.text().length() - 1) : text.text();
        int start = 0;
        while (start <= content.length()) {
            int end = content.indexOf('\n', start);
            end = end < 0 ? content.length() : end;
            out.append(lineBreak);
            if (end > start) {
                out.append(" ".repeat(column)).append(content, start, end);
            }
            start = end + 1;
        }
        part(out.toString(), text);
    }

    /// In flow style, on one line.
    public void flow(Value value) {
        if (!isCollection(value)) {
            part(inLine(value, true), value);
        } else if (value instanceof Value.Items list) {
            plain("[");
            flowItems(list.items());
            plain("]");
        } else if (value instanceof Value.Fields map) {
            plain("{");
            flowEntries(map.fields());
            plain("}");
        }
    }

    void flowItems(List<Value> items) {
        for (int index = 0; index < items.size(); index++) {
            if (index > 0) {
                plain(", ");
            }
            flow(items.get(index));
        }
    }

    /// Entries of a flow map, without the braces.
    public void flowEntries(List<Value.Field> fields) {
        for (int index = 0; index < fields.size(); index++) {
            if (index > 0) {
                plain(", ");
            }
            Value.Field field = fields.get(index);
            part(string(field.key(), true), field.keyPlace(), false);
            plain(": ");
            flow(field.value());
        }
    }

    private String string(String text, boolean flow) {
        return json ? ScalarText.doubleQuoted(text) : ScalarText.of(text, flow);
    }

    private String inLine(Value value, boolean flow) {
        if (value instanceof Value.Text text) {
            return string(text.text(), flow);
        }
        if (value instanceof Value.Secret secret) {
            return string(secret.marker(), flow);
        }
        String scalar = value.asText();
        if (scalar != null) {
            return scalar;
        }
        if (value instanceof Value.Nothing) {
            return "null";
        }
        if (value instanceof Value.Items) {
            return "[]";
        }
        if (value instanceof Value.Fields) {
            return "{}";
        }
        throw new IllegalStateException("a " + value.typeName() + " is not written as it is");
    }
}
