package dev.brayer.stencil;

import dev.brayer.document.Node;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The value of a word: what a hole is filled with.
///
/// Each part knows the place it was read from, so that a finding within a filled map leads to the
/// line of that entry; `null` where the word's own [origin][dev.brayer.text.Origin] is all that is
/// known.
public sealed interface Value {
    /// Where this part was read, or `null`.
    @Nullable Place place();

    /// One line of text for tables; a secret is `***`.
    String shown();

    /// The word for its type in messages.
    String typeName();

    /// The value that stands at a place of a document, with aliases and merges resolved.
    static Value of(Node node) {
        return NodeValues.of(node);
    }

    /// A text, also one that looks like a number.
    record Text(String text, @Nullable Place place) implements Value {
        @Override
        public String asText() {
            return text;
        }

        @Override
        public String shown() {
            return ShownValues.quoted(text);
        }

        @Override
        public String typeName() {
            return "string";
        }
    }

    /// A number with the spelling of the formation: `1.10` stays `1.10`.
    record Numeric(String spelling, @Nullable Place place) implements Value {
        @Override
        public String asText() {
            return spelling;
        }

        @Override
        public String shown() {
            return spelling;
        }

        @Override
        public String typeName() {
            return "number";
        }
    }

    /// `true` or `false`.
    record Bool(boolean value, @Nullable Place place) implements Value {
        @Override
        public String asText() {
            return value ? "true" : "false";
        }

        @Override
        public String shown() {
            return value ? "true" : "false";
        }

        @Override
        public String typeName() {
            return "boolean";
        }
    }

    /// Nothing: removes the key or the entry that a whole hole fills.
    record Nothing(@Nullable Place place) implements Value {
        @Override
        public String shown() {
            return "null";
        }

        @Override
        public String typeName() {
            return "null";
        }
    }

    /// A list.
    record Items(List<Value> items, @Nullable Place place) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return ShownValues.items(items);
        }

        @Override
        public String typeName() {
            return "list";
        }
    }

    /// A map, in the order in which it was written.
    record Fields(List<Field> fields, @Nullable Place place) implements Value {
        public Fields {
            fields = List.copyOf(fields);
        }

        /// The value of a key, or `null`.
        public @Nullable Value get(String key) {
            for (Field field : fields) {
                if (field.key().equals(key)) {
                    return field.value();
                }
            }
            return null;
        }

        @Override
        public String shown() {
            return ShownValues.fields(fields);
        }

        @Override
        public String typeName() {
            return "map";
        }
    }

    /// A key of a map with its value.
    record Field(String key, @Nullable Place keyPlace, Value value) {}

    /// A file of the stencils' folder whose name begins with `_`, rendered with the same words
    /// where it is used.
    record Partial(String file, @Nullable Place place) implements Value {
        @Override
        public String shown() {
            return file;
        }

        @Override
        public String typeName() {
            return "partial";
        }
    }

    /// A secret, or a text with a secret in it: known by its name only, and never shown.
    ///
    /// @param marker what is rendered in the value's place; it holds no value, only names
    record Secret(String marker, @Nullable Place place) implements Value {
        /// What stands for a secret wherever one would be shown.
        public static final String HIDDEN = "***";

        /// The secret that a formation names.
        public static Secret named(WordSource.Secret source) {
            String name = source.key() + " " + source.operand();
            return new Secret(HIDDEN + " " + name + " " + HIDDEN, source.place());
        }

        @Override
        public String shown() {
            return HIDDEN;
        }

        @Override
        public String typeName() {
            return "secret";
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /// The text of a string, a number or a boolean, which may stand within a longer one; else
    /// `null`.
    default @Nullable String asText() {
        return null;
    }

    /// Whether it is a string, a number or a boolean.
    default boolean isScalar() {
        return asText() != null;
    }
}
