package dev.brayer.schema;

/// The type of a field: a scalar, a list or a map of something, or an object.
public sealed interface FieldType {
    /// A single value.
    enum Scalar implements FieldType {
        STRING("string"),
        INTEGER("integer"),
        NUMBER("number"),
        BOOLEAN("boolean"),
        /// Such as `250m` or `1Gi`; may be written as a number.
        QUANTITY("quantity"),
        /// Such as a port by number or by name, or `25%`.
        INTEGER_OR_STRING("integer or string"),
        /// An RFC 3339 date and time.
        TIME("time"),
        /// Base64 text.
        BYTES("bytes"),
        /// Anything at all: the schema does not say.
        ANY("anything");

        private final String words;

        Scalar(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    record ListOf(FieldType element) implements FieldType {
        @Override
        public String toString() {
            return "list of " + element;
        }
    }

    /// A map with free keys, such as labels.
    record MapOf(FieldType value) implements FieldType {
        @Override
        public String toString() {
            return "map of " + value;
        }
    }

    record ObjectOf(ObjectType type) implements FieldType {
        @Override
        public String toString() {
            return type.name();
        }
    }
}
