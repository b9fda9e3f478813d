package dev.brayer.stencil.fill;

import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.StencilCode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills holes that are a whole unquoted value: with scalars of their type, with lists and maps as
/// trees, with partials.
final class HoleFiller {
    /// YAML allows a key 1024 characters; quotes and the colon need some.
    static final int LONGEST_KEY = 1000;

    private static final String YAML_TAG = "tag:yaml.org,2002:";

    private final String text;
    private final boolean json;
    private final Words words;
    private final Edits edits;
    private final Diagnostics diagnostics;
    private boolean failed;

    HoleFiller(Filling filling) {
        this.text = filling.text();
        this.json = Lines.isJson(text);
        this.words = filling.words();
        this.edits = filling.edits();
        this.diagnostics = filling.diagnostics();
    }

    static Diagnostic misplaced(Place place) {
        return Diagnostic.error(
                        StencilCode.HOLE_PLACE,
                        place,
                        "the hole `" + place.text() + "` stands where no value can be")
                .withHint("holes stand in values and keys; write `$${` for a literal `${`");
    }

    /// Notes that a hole could not be filled; somebody complained about that already.
    Value failed(Place place) {
        failed = true;
        return new Value.Text("", place);
    }

    boolean hasFailed() {
        return failed;
    }

    private void wrongType(Place place, String message, @Nullable String hint) {
        diagnostics.add(Diagnostic.error(StencilCode.HOLE_TYPE, place, message).withHint(hint));
    }

    /// The text of a scalar within a longer one, or `null` after a complaint.
    @Nullable String inText(Word word, Place place) {
        Value value = word.value();
        String text = value instanceof Value.Secret secret ? secret.marker() : value.asText();
        if (text != null) {
            return text;
        }
        boolean nothing = value instanceof Value.Nothing;
        wrongType(
                place,
                "`"
                        + word.name()
                        + "` is "
                        + (nothing ? "null" : "a " + value.typeName())
                        + " and cannot be part of a text",
                nothing
                        ? "a hole that is the whole unquoted value takes null, and removes its key or entry"
                        : "a hole for a list or a map is the whole value, without quotes");
        return null;
    }

    /// The filled partial that a word stands for; `null` where it stands for another value, or
    /// after a complaint.
    Words.@Nullable Insert insert(Word word, Place place) {
        return word.value() instanceof Value.Partial partial ? words.partial(partial, place) : null;
    }

    boolean isList(Word word, Place place) {
        if (word.value() instanceof Value.Partial) {
            Words.Insert insert = insert(word, place);
            return insert != null && insert.value() instanceof Value.Items;
        }
        return word.value() instanceof Value.Items;
    }

    /// Fills a whole hole and says what it is then.
    Value fill(ScalarNode node, Place place, Word word, Context context) {
        Words.Insert insert = insert(word, place);
        if (word.value() instanceof Value.Partial && insert == null) {
            return failed(place);
        }
        Value value = tagged(node, insert == null ? word.value() : insert.value(), word, place);
        if (value == null) {
            return failed(place);
        }
        Word used = new Word(word.name(), value, word.origins());
        int end = node.end();
        ValueWriter writer = writer(used, place, end);
        if (context.flow()) {
            writer.flow(value);
            edits.replace(node.start(), end, writer.pieces());
        } else if (!ValueWriter.isCollection(value)) {
            writer.scalar(value, Math.max(0, context.parentColumn()));
            edits.replace(node.start(), end, writer.pieces());
        } else {
            block(node, value, writer, used, insert, context);
        }
        return value;
    }

    /// A list or a map in block style: beside a dash, on the line of its own that the hole has, or
    /// else below it.
    private void block(
            ScalarNode node,
            Value value,
            ValueWriter writer,
            Word word,
            Words.@Nullable Insert insert,
            Context context) {
        int start = node.start();
        int end = node.end();
        int column = Lines.column(text, start);
        boolean ownLine = Lines.startsLine(text, start) && column > context.parentColumn();
        boolean besideDash =
                context.kind() == Context.Kind.ITEM
                        && Lines.isBlank(text, context.after(), start)
                        && node.anchor() == null
                        && node.tag() == null;
        boolean commented = !Lines.isEmpty(text, end, Lines.end(text, end));
        if ((ownLine || besideDash) && !commented) {
            tree(value, writer, word, insert, column);
            edits.replace(start, end, writer.pieces());
            return;
        }
        int blanks = start;
        while (blanks > context.after() && Lines.isBlank(text, blanks - 1, blanks)) {
            blanks--;
        }
        edits.remove(blanks, end);
        int below = context.parentColumn() + ValueWriter.STEP;
        writer.lineAt(below);
        tree(value, writer, word, insert, below);
        edits.insert(Lines.end(text, end), writer.pieces());
    }

    private void tree(
            Value value, ValueWriter writer, Word word, Words.@Nullable Insert insert, int column) {
        if (insert != null && PartialText.canStand(insert)) {
            writer.pieces().addAll(PartialText.at(column, insert, word.origins(), writer));
        } else {
            writer.block(value, column);
        }
    }

    /// The value that a written tag makes of the word's, or `null` after a complaint that they
    /// contradict each other.
    private @Nullable Value tagged(ScalarNode node, Value value, Word word, Place place) {
        String tag = node.tag();
        if (tag == null || !tag.startsWith(YAML_TAG)) {
            return value;
        }
        String type = tag.substring(YAML_TAG.length());
        if (value instanceof Value.Secret && (type.equals("str") || type.equals("binary"))) {
            return value;
        }
        if (type.equals("str") && value.isScalar()) {
            String string = inText(word, place);
            return new Value.Text(string == null ? "" : string, value.place());
        }
        boolean fits =
                switch (type) {
                    case "int", "float" -> value instanceof Value.Numeric;
                    case "bool" -> value instanceof Value.Bool;
                    case "seq" -> value instanceof Value.Items;
                    case "map" -> value instanceof Value.Fields;
                    case "str", "null" -> false;
                    default -> true;
                };
        if (!fits) {
            wrongType(
                    place,
                    "`"
                            + word.name()
                            + "` is a "
                            + value.typeName()
                            + ", but the tag before its hole says `!!"
                            + type
                            + "`",
                    "remove the tag, or give the word a value of that type");
            return null;
        }
        return value;
    }

    /// Puts the items of a list in the place of the entry that its hole is.
    List<Value> splice(ScalarNode node, Place place, Word word, Context context, Span unit) {
        Words.Insert insert = insert(word, place);
        Value value = insert == null ? word.value() : insert.value();
        if (!(value instanceof Value.Items list) || list.items().isEmpty()) {
            return List.of();
        }
        if (node.anchor() != null) {
            wrongType(
                    place,
                    "an anchor stands before `"
                            + place.text()
                            + "`, whose list becomes several entries",
                    "put the anchor where the list stands under a key");
            return list.items();
        }
        boolean commented =
                !context.flow() && !Lines.isEmpty(text, unit.end(), Lines.end(text, unit.end()));
        Word used = insert == null ? word : new Word(word.name(), value, word.origins());
        ValueWriter writer = writer(used, place, unit.end());
        if (context.flow()) {
            writer.flowItems(list.items());
        } else if (insert != null && !commented && PartialText.canStand(insert)) {
            writer.pieces()
                    .addAll(PartialText.at(context.parentColumn(), insert, word.origins(), writer));
        } else {
            writer.items(list.items(), context.parentColumn());
        }
        edits.replace(unit.start(), unit.end(), writer.pieces());
        return list.items();
    }

    /// Writes what takes the place of something that ends here.
    ValueWriter writer(Word word, Place place, int end) {
        int lineEnd = Lines.end(text, end);
        boolean lastInLine = Lines.isEmpty(text, end, lineEnd) && lineEnd < text.length();
        return new ValueWriter(word, place, Lines.breakAt(text, end), lastInLine, json);
    }
}
