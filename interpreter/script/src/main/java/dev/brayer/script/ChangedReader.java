package dev.brayer.script;

import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.script.wire.Range;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.transform.Changed;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a transformation made of the documents, as `prelude.js` writes it:
///
/// - `=NUMBER;` an object that stands as it stood
/// - `{NUMBER,WRITE,COUNT;` and so many keys (`LENGTH:TEXT`) with values; `[` and so many values;
///   number -1 for a new one
/// - `sWRITE,LENGTH:TEXT` a string, `nWRITE,NUMBER;` a number, `tWRITE;` `fWRITE;` `zWRITE;` true,
///   false and null
///
/// A write is the number of a range in the script, or -1 for what nobody wrote.
final class ChangedReader {
    private final String text;
    private final NumberedNodes nodes;
    private final List<Range> ranges;
    private final Source script;
    private int at;

    ChangedReader(String text, NumberedNodes nodes, List<Range> ranges, Source script) {
        this.text = text;
        this.nodes = nodes;
        this.ranges = ranges;
        this.script = script;
    }

    /// The documents; `null` stands for the whole array when that was not changed at all.
    @Nullable List<Changed> documents() {
        if (text.startsWith("=0;")) {
            return null;
        }
        at = 1;
        number(',');
        number(',');
        int count = number(';');
        List<Changed> documents = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            documents.add(read(null));
        }
        return documents;
    }

    /// @param before what stood there, to keep what nobody wrote
    private Changed read(@Nullable Node before) {
        char kind = text.charAt(at++);
        return switch (kind) {
            case '=' -> new Changed.Kept(known(number(';')));
            case '{' -> fields();
            case '[' -> items();
            case 's' -> {
                Place place = place(number(','));
                yield scalar(new Value.Text(string(), place), place, before);
            }
            case 'n' -> {
                Place place = place(number(','));
                int end = text.indexOf(';', at);
                String spelling = text.substring(at, end);
                at = end + 1;
                yield scalar(new Value.Numeric(spelling, place), place, before);
            }
            case 't', 'f' -> {
                Place place = place(number(';'));
                yield scalar(new Value.Bool(kind == 't', place), place, before);
            }
            case 'z' -> {
                Place place = place(number(';'));
                yield scalar(new Value.Nothing(place), place, before);
            }
            default -> throw new IllegalStateException("nothing begins with " + kind);
        };
    }

    /// What nobody wrote is what stood there, though JavaScript may spell its number otherwise.
    private static Changed scalar(Value value, @Nullable Place place, @Nullable Node before) {
        return place == null && before instanceof ScalarNode
                ? new Changed.Kept(before)
                : new Changed.Scalar(value);
    }

    private Changed fields() {
        MapNode original = nodes.get(number(',')) instanceof MapNode map ? map : null;
        Place place = placeOrScript(number(','));
        int count = number(';');
        List<Changed.Field> fields = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String key = string();
            Entry entry = original == null ? null : original.entry(key);
            Changed value = read(entry == null ? null : entry.value());
            Place keyPlace = entry == null ? written(value, place) : entry.key().place();
            fields.add(new Changed.Field(key, keyPlace, value));
        }
        return new Changed.Fields(original, place, inOrder(original, fields));
    }

    /// JavaScript puts keys that look like indexes first; what was there before keeps its order.
    private static List<Changed.Field> inOrder(
            @Nullable MapNode original, List<Changed.Field> fields) {
        if (original == null) {
            return fields;
        }
        List<Changed.Field> ordered = new ArrayList<>();
        for (Entry entry : original.entries()) {
            for (Changed.Field field : fields) {
                if (field.key().equals(entry.name())) {
                    ordered.add(field);
                    break;
                }
            }
        }
        for (Changed.Field field : fields) {
            if (original.entry(field.key()) == null) {
                ordered.add(field);
            }
        }
        return ordered;
    }

    private Changed items() {
        ListNode original = nodes.get(number(',')) instanceof ListNode list ? list : null;
        Place place = placeOrScript(number(','));
        int count = number(';');
        List<Changed> items = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Node before = original != null && index < original.size() ? original.get(index) : null;
            items.add(read(before));
        }
        return new Changed.Items(original, place, items);
    }

    /// Where a new key was written: with its value, if that says so.
    private static Place written(Changed value, Place otherwise) {
        return switch (value) {
            case Changed.Kept kept -> otherwise;
            case Changed.Scalar scalar ->
                    scalar.value().place() == null ? otherwise : scalar.value().place();
            case Changed.Fields fields -> fields.place();
            case Changed.Items items -> items.place();
        };
    }

    private Node known(int number) {
        Node node = nodes.get(number);
        return node == null ? ScalarNode.made("", ScalarType.NULL) : node;
    }

    private @Nullable Place place(int write) {
        return write < 0 ? null : ScriptPlaces.place(script, ranges.get(write));
    }

    private Place placeOrScript(int write) {
        Place place = place(write);
        return place == null ? script.wholeFile() : place;
    }

    private int number(char end) {
        int stop = text.indexOf(end, at);
        int number = Integer.parseInt(text, at, stop, 10);
        at = stop + 1;
        return number;
    }

    private String string() {
        int length = number(':');
        String string = text.substring(at, at + length);
        at += length;
        return string;
    }
}
