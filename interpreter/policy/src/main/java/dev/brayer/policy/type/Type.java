package dev.brayer.policy.type;

/// The static type of an expression. [Basic#UNKNOWN] is checked when the rule runs; the types of
/// the Kubernetes schema will join here.
public sealed interface Type {
    /// How a person reads it, such as `list of string`.
    String text();

    /// Types without parts.
    enum Basic implements Type {
        UNKNOWN("any"),
        NULL("null"),
        BOOL("bool"),
        NUMBER("number"),
        STRING("string"),
        MAP("map"),
        RANGE("range"),
        QUANTITY("quantity"),
        DURATION("duration"),
        DATE("date"),
        IMAGE("image"),
        SEMVER("semver"),
        IP("ip"),
        FILENAME("filename"),
        SYMBOL("symbol");

        private final String text;

        Basic(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /// A list; its elements may be of unknown type.
    record ListOf(Type element) implements Type {
        public static final ListOf ANY = new ListOf(Basic.UNKNOWN);

        @Override
        public String text() {
            return element == Basic.UNKNOWN ? "list" : "list of " + element.text();
        }
    }

    default boolean isUnknown() {
        return this == Basic.UNKNOWN;
    }

    default boolean isList() {
        return this instanceof ListOf;
    }

    /// Whether a value of the other type may stand where this one is asked for; what is unknown is
    /// checked later.
    default boolean accepts(Type other) {
        if (isUnknown() || other.isUnknown() || other == Basic.NULL) {
            return true;
        }
        if (this instanceof ListOf(Type wanted) && other instanceof ListOf(Type given)) {
            return wanted.accepts(given);
        }
        return equals(other);
    }

    /// The type of a value that comes from either side.
    static Type either(Type left, Type right) {
        if (left.equals(right) || right == Basic.NULL) {
            return left;
        }
        if (left == Basic.NULL) {
            return right;
        }
        if (left instanceof ListOf(Type one) && right instanceof ListOf(Type two)) {
            return new ListOf(either(one, two));
        }
        return Basic.UNKNOWN;
    }
}
