package dev.brayer.stencil.fill;

import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Fills merge keys whose value is a whole hole: `<<: ${word}`.
final class MergeFiller {
    private final Filling filling;
    private final HoleFiller holes;

    MergeFiller(Filling filling, HoleFiller holes) {
        this.filling = filling;
        this.holes = holes;
    }

    /// What `<<: ${word}` brings; of several maps the first with a key wins.
    List<Value.Field> fields(Word word, Place place) {
        Words.Insert insert = holes.insert(word, place);
        if (word.value() instanceof Value.Partial && insert == null) {
            var unused = holes.failed(place);
            return List.of();
        }
        if (word.value() instanceof Value.Nothing) {
            return List.of();
        }
        Value value = insert == null ? word.value() : insert.value();
        List<Value> maps = value instanceof Value.Items list ? list.items() : List.of(value);
        List<Value.Field> fields = new ArrayList<>();
        for (Value map : maps) {
            if (!(map instanceof Value.Fields found)) {
                filling.diagnostics()
                        .add(
                                Diagnostic.error(
                                                StencilCode.MERGE_VALUE,
                                                place,
                                                "`<<` takes a map, and `"
                                                        + word.name()
                                                        + "` is a "
                                                        + value.typeName())
                                        .withHint(
                                                "a map as a value is written `"
                                                        + word.name()
                                                        + ": { value: { … } }`"));
                return List.of();
            }
            for (Value.Field field : found.fields()) {
                if (!has(fields, field.key())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /// Writes merged entries in place of `<<: ${word}`, so that no reader has to know merge keys.
    void write(
            List<Value.Field> fields,
            Span range,
            Word word,
            Place place,
            boolean flow,
            int column) {
        ValueWriter writer = holes.writer(word, place, range.end());
        if (flow) {
            writer.flowEntries(fields);
        } else {
            writer.entries(fields, column);
        }
        filling.edits().replace(range.start(), range.end(), writer.pieces());
    }

    static boolean has(List<Value.Field> fields, String key) {
        for (Value.Field field : fields) {
            if (field.key().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
