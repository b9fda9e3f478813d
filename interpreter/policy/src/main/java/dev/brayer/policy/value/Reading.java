package dev.brayer.policy.value;

import java.util.List;

/// What the schema says that a value of a document is, where that changes what it means.
public enum Reading {
    LIST,
    MAP,
    QUANTITY,
    DATE;

    /// The value as what it should be; a missing one stays missing.
    public Value read(Value value) {
        return switch (this) {
            case LIST ->
                    value instanceof Value.Items || value instanceof Value.Open
                            ? value
                            : new Value.Wrong("a list", value);
            case MAP ->
                    value instanceof Value.Tree
                                    || value instanceof Value.NoEntries
                                    || value instanceof Value.Open
                            ? value
                            : new Value.Wrong("a map", value);
            case QUANTITY -> Conversion.toAmount(value);
            case DATE -> Conversion.toMoment(value);
        };
    }

    /// A missing list or map is an empty one, as in the API. Only `exists`, `default` and messages
    /// tell the two apart.
    public Value orEmpty(Value value) {
        if (!(value instanceof Value.Missing(Site nearest, String absent)) || nearest == null) {
            return value;
        }
        return switch (this) {
            case LIST -> new Value.Items(List.of(), new Trace.Nothing(nearest, absent));
            case MAP -> new Value.NoEntries(new Trace.Nothing(nearest, absent));
            case QUANTITY, DATE -> value;
        };
    }
}
