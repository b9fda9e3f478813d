package dev.brayer.document.jsonpath;

import dev.brayer.document.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The syntax tree of a JSONPath query.
///
/// @param fromRoot whether it starts at `$`; in filters `@` starts at the node that is tested
record Query(boolean fromRoot, List<Segment> segments) {
    Query {
        segments = List.copyOf(segments);
    }

    boolean isSingular() {
        for (Segment segment : segments) {
            if (segment.singularSelector() == null) {
                return false;
            }
        }
        return true;
    }

    /// @param start the offset in the path's text
    record Segment(boolean descendant, List<Selector> selectors, int start) {
        Segment {
            selectors = List.copyOf(selectors);
        }

        /// The one name or index, `null` if this segment can select more than one node.
        @Nullable Selector singularSelector() {
            if (descendant || selectors.size() != 1) {
                return null;
            }
            Selector only = selectors.get(0);
            return only instanceof Name || only instanceof Index ? only : null;
        }
    }

    sealed interface Selector permits Name, Index, Wildcard, Slice, Filter {}

    record Name(String name) implements Selector {}

    record Index(long index) implements Selector {}

    record Wildcard() implements Selector {}

    record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {}

    record Filter(Condition condition) implements Selector {}

    /// Something that holds or does not.
    sealed interface Condition permits Or, And, Not, Exists, Comparison, Test {}

    record Or(Condition left, Condition right) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record Exists(Query query) implements Condition {}

    record Comparison(Value left, Operator operator, Value right) implements Condition {}

    /// `match` (the whole text) or `search` (some part of it).
    ///
    /// @param fixed the pattern, if it is written in the path
    record Test(boolean whole, Value text, Value pattern, @Nullable RegularExpression fixed)
            implements Condition {}

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /// A single value, or nothing.
    sealed interface Value permits Literal, Single, Length, Count, ValueOf {}

    record Literal(ScalarNode scalar) implements Value {}

    record Single(Query query) implements Value {}

    record Length(Value of) implements Value {}

    record Count(Query of) implements Value {}

    record ValueOf(Query of) implements Value {}
}
