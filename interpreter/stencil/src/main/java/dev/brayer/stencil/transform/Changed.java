package dev.brayer.stencil.transform;

import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.stencil.Value;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a document after a transformation.
public sealed interface Changed {
    /// What the part is now. Parts that were kept have their places in the rendered text, others
    /// that of the script.
    Value value();

    /// The node that it was before, or `null` when the script made it.
    @Nullable Node original();

    /// A node of the documents that stands as it stood, though perhaps elsewhere.
    record Kept(Node node) implements Changed {
        @Override
        public Value value() {
            return Value.of(node);
        }

        @Override
        public Node original() {
            return node;
        }
    }

    /// A scalar that the script wrote.
    record Scalar(Value value) implements Changed {
        @Override
        public @Nullable Node original() {
            return null;
        }
    }

    /// A map.
    ///
    /// @param place where the script wrote it
    record Fields(@Nullable MapNode original, Place place, List<Field> fields) implements Changed {
        public Fields {
            fields = List.copyOf(fields);
        }

        /// What a key has now, or `null`.
        public @Nullable Changed get(String key) {
            for (Field field : fields) {
                if (field.key().equals(key)) {
                    return field.value();
                }
            }
            return null;
        }

        @Override
        public Value value() {
            List<Value.Field> values = new ArrayList<>(fields.size());
            for (Field field : fields) {
                values.add(field.toValue());
            }
            return new Value.Fields(values, place);
        }
    }

    /// A list.
    ///
    /// @param place where the script wrote it
    record Items(@Nullable ListNode original, Place place, List<Changed> items) implements Changed {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Value value() {
            List<Value> values = new ArrayList<>(items.size());
            for (Changed item : items) {
                values.add(item.value());
            }
            return new Value.Items(values, place);
        }
    }

    /// A key of a map and what it has now.
    ///
    /// @param keyPlace where the key was written, by whoever wrote it
    record Field(String key, Place keyPlace, Changed value) {
        /// As a part of a value.
        public Value.Field toValue() {
            return new Value.Field(key, keyPlace, value.value());
        }
    }
}
