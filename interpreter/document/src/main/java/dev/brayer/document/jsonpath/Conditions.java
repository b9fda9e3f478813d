package dev.brayer.document.jsonpath;

import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.document.Values;
import org.jspecify.annotations.Nullable;

/// Decides the filters of a query.
final class Conditions {
    private final Evaluator evaluator;

    /// The first word without a value that a filter looked at.
    private @Nullable String unfilled;

    /// The first word that is a secret of which a filter asked the value.
    private @Nullable String secret;

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Nullable String unfilled() {
        return unfilled;
    }

    @Nullable String secret() {
        return secret;
    }

    boolean holds(Query.Condition condition, Node current) {
        return switch (condition) {
            case Query.Or or -> holds(or.left(), current) || holds(or.right(), current);
            case Query.And and -> holds(and.left(), current) && holds(and.right(), current);
            case Query.Not not -> !holds(not.inner(), current);
            case Query.Exists exists -> evaluator.first(exists.query(), current) != null;
            case Query.Comparison comparison ->
                    compare(
                            value(comparison.left(), current),
                            comparison.operator(),
                            value(comparison.right(), current));
            case Query.Test test -> test(test, current);
        };
    }

    private boolean test(Query.Test test, Node current) {
        if (!(value(test.text(), current) instanceof ScalarNode text) || !text.isString()) {
            return false;
        }
        RegularExpression expression = test.fixed();
        if (expression == null) {
            expression =
                    value(test.pattern(), current) instanceof ScalarNode pattern
                                    && pattern.isString()
                            ? RegularExpression.of(pattern.text())
                            : null;
        }
        return expression != null && expression.test(text.text(), test.whole());
    }

    /// The value, `null` for nothing.
    private @Nullable Node value(Query.Value value, Node current) {
        Node node = found(value, current);
        if (node != null && unfilled == null) {
            unfilled = Values.unfilledWord(node);
        }
        if (node != null && secret == null) {
            secret = Values.secretWord(node);
        }
        return node;
    }

    private @Nullable Node found(Query.Value value, Node current) {
        return switch (value) {
            case Query.Literal literal -> literal.scalar();
            case Query.Single single -> evaluator.first(single.query(), current);
            case Query.Length length -> length(value(length.of(), current));
            case Query.Count count ->
                    Literals.number(evaluator.count(count.of(), current, Integer.MAX_VALUE));
            case Query.ValueOf valueOf ->
                    evaluator.count(valueOf.of(), current, 2) == 1
                            ? evaluator.first(valueOf.of(), current)
                            : null;
        };
    }

    private static @Nullable Node length(@Nullable Node of) {
        return switch (of) {
            case null -> null;
            case MapNode map -> Literals.number(map.size());
            case ListNode list -> Literals.number(list.size());
            case ScalarNode scalar ->
                    scalar.isString()
                            ? Literals.number(
                                    scalar.text().codePointCount(0, scalar.text().length()))
                            : null;
        };
    }

    private static boolean compare(
            @Nullable Node left, Query.Operator operator, @Nullable Node right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS -> less(left, right);
            case LESS_OR_EQUAL -> less(left, right) || equal(left, right);
            case GREATER -> less(right, left);
            case GREATER_OR_EQUAL -> less(right, left) || equal(left, right);
        };
    }

    private static boolean equal(@Nullable Node left, @Nullable Node right) {
        return (left == null || right == null) ? left == right : Values.equal(left, right);
    }

    private static boolean less(@Nullable Node left, @Nullable Node right) {
        if (!(left instanceof ScalarNode smaller)
                || !(right instanceof ScalarNode larger)
                || smaller.type() != larger.type()) {
            return false;
        }
        if (smaller.type() == ScalarType.NUMBER) {
            return smaller.number().compareTo(larger.number()) < 0;
        }
        return smaller.isString() && compareCodePoints(smaller.text(), larger.text()) < 0;
    }

    /// By Unicode code points, where `String.compareTo` would compare UTF-16 units.
    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int at = 0; at < length; at++) {
            char one = left.charAt(at);
            char other = right.charAt(at);
            if (one != other) {
                boolean sameKind = Character.isSurrogate(one) == Character.isSurrogate(other);
                return sameKind ? one - other : Character.isSurrogate(one) ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
