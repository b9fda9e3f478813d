package dev.brayer.policy.type;

import dev.brayer.schema.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The static type of an expression. [Basic#UNKNOWN] is checked when the rule runs.
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
        RANGE("range"),
        QUANTITY("quantity"),
        DURATION("duration"),
        DATE("date"),
        IMAGE("image"),
        SEMVER("semver"),
        IP("ip"),
        FILENAME("filename"),
        SYMBOL("symbol"),
        /// A text in base64.
        BYTES("bytes"),
        /// A port by number or by name, a number or a percentage.
        NUMBER_OR_STRING("number or string");

        private final String text;

        Basic(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /// A list.
    ///
    /// @param element may be unknown; null for the empty list that a policy writes
    /// @param declared whether the schema says that a list is there: then a missing one is empty,
    ///   as in the API
    record ListOf(Type element, boolean declared) implements Type {
        public static final ListOf ANY = new ListOf(Basic.UNKNOWN);

        public ListOf(Type element) {
            this(element, false);
        }

        @Override
        public String text() {
            return element.isUnknown() || element == Basic.NULL
                    ? "list"
                    : "list of " + element.text();
        }
    }

    /// A map with free keys, or one of which nothing is known.
    ///
    /// @param declared as for a list
    record MapOf(Type value, boolean declared) implements Type {
        public static final MapOf ANY = new MapOf(Basic.UNKNOWN, false);

        @Override
        public String text() {
            return value.isUnknown() ? "map" : "map of " + value.text();
        }
    }

    /// An object that the schema describes; in a rule about several kinds, one of several.
    record ObjectOf(List<Shape> shapes) implements Type {
        private static final int MOST_NAMES = 3;

        public ObjectOf {
            shapes = List.copyOf(shapes);
        }

        /// One description.
        ///
        /// @param kinds the selected kinds whose objects have it, as a policy names them
        public record Shape(ObjectType type, List<String> kinds) {
            public Shape {
                kinds = List.copyOf(kinds);
            }
        }

        @Override
        public String text() {
            Set<String> names = new LinkedHashSet<>();
            for (Shape shape : shapes) {
                names.add(shape.type().name());
            }
            List<String> shown = new ArrayList<>(names);
            if (shown.size() > MOST_NAMES) {
                int more = shown.size() - MOST_NAMES + 1;
                shown = new ArrayList<>(shown.subList(0, MOST_NAMES - 1));
                shown.add("one of " + more + " more");
            }
            return shown.size() == 1
                    ? shown.getFirst()
                    : String.join(", ", shown.subList(0, shown.size() - 1))
                            + " or "
                            + shown.getLast();
        }

        /// What an object of either type is.
        private ObjectOf or(ObjectOf other) {
            List<Shape> all = new ArrayList<>(shapes);
            for (Shape shape : other.shapes) {
                int known = indexOf(all, shape.type());
                if (known < 0) {
                    all.add(shape);
                } else {
                    Set<String> kinds = new LinkedHashSet<>(all.get(known).kinds());
                    kinds.addAll(shape.kinds());
                    all.set(known, new Shape(shape.type(), List.copyOf(kinds)));
                }
            }
            return new ObjectOf(all);
        }

        private static int indexOf(List<Shape> shapes, ObjectType type) {
            for (int index = 0; index < shapes.size(); index++) {
                if (shapes.get(index).type().equals(type)) {
                    return index;
                }
            }
            return -1;
        }

        private boolean covers(ObjectOf other) {
            for (Shape shape : other.shapes) {
                if (indexOf(shapes, shape.type()) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    default boolean isUnknown() {
        return this == Basic.UNKNOWN;
    }

    default boolean isList() {
        return this instanceof ListOf;
    }

    /// Whether it has named entries: a map or an object.
    default boolean isMap() {
        return this instanceof MapOf || this instanceof ObjectOf;
    }

    /// Whether a value of the other type may stand where this one is asked for; what is unknown is
    /// checked later.
    default boolean accepts(Type other) {
        if (equals(other) || isUnknown() || other.isUnknown() || other == Basic.NULL) {
            return true;
        }
        return switch (this) {
            case ListOf(Type wanted, var _) ->
                    other instanceof ListOf(Type given, var _) && wanted.accepts(given);
            case MapOf(Type wanted, var _) ->
                    other instanceof MapOf(Type given, var _)
                            ? wanted.accepts(given)
                            : other instanceof ObjectOf && wanted.isUnknown();
            case ObjectOf wanted ->
                    other instanceof ObjectOf given
                            ? wanted.covers(given)
                            : other instanceof MapOf(Type value, var _) && value.isUnknown();
            case Basic.STRING ->
                    other == Basic.STRING
                            || other == Basic.BYTES
                            || other == Basic.NUMBER_OR_STRING;
            case Basic.NUMBER -> other == Basic.NUMBER || other == Basic.NUMBER_OR_STRING;
            case Basic _ -> equals(other);
        };
    }

    /// The type of a value that comes from either side.
    static Type either(Type left, Type right) {
        if (left.equals(right) || right == Basic.NULL) {
            return left;
        }
        if (left == Basic.NULL) {
            return right;
        }
        if (left instanceof ListOf(Type one, boolean declared)
                && right instanceof ListOf(Type two, boolean alsoDeclared)) {
            return new ListOf(either(one, two), declared && alsoDeclared);
        }
        if (left instanceof MapOf(Type one, boolean declared)
                && right instanceof MapOf(Type two, boolean alsoDeclared)) {
            return new MapOf(either(one, two), declared && alsoDeclared);
        }
        if (left instanceof ObjectOf one && right instanceof ObjectOf two) {
            return one.or(two);
        }
        if (left.isMap() && right.isMap()) {
            return MapOf.ANY;
        }
        return numberOrString(left)
                        && numberOrString(right)
                        && (left == Basic.NUMBER_OR_STRING || right == Basic.NUMBER_OR_STRING)
                ? Basic.NUMBER_OR_STRING
                : Basic.UNKNOWN;
    }

    private static boolean numberOrString(Type type) {
        return type == Basic.NUMBER || type == Basic.STRING || type == Basic.NUMBER_OR_STRING;
    }
}
