package dev.brayer.document.jsonpath;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses what stands after `?`, and checks the types that RFC 9535 gives to functions and their
/// arguments.
final class FilterParser {
    private static final int DEEPEST = 64;
    private static final List<String> FUNCTIONS =
            List.of("length", "count", "match", "search", "value");

    private final PathParser paths;
    private final PathText in;
    private int depth;

    FilterParser(PathParser paths) {
        this.paths = paths;
        this.in = paths.in();
    }

    /// What can stand at the place of an operand before its use is known.
    private sealed interface Operand permits Written, Selected, Computed, Tested {}

    private record Written(ScalarNode scalar) implements Operand {}

    private record Selected(Query query) implements Operand {}

    private record Computed(Query.Value value, String function) implements Operand {}

    private record Tested(Query.Test test, String function) implements Operand {}

    Query.Condition condition() {
        Query.Condition left = conjunction();
        while (true) {
            int before = in.at();
            in.skipBlanks();
            if (!in.take("||")) {
                in.backTo(before);
                return left;
            }
            in.skipBlanks();
            left = new Query.Or(left, conjunction());
        }
    }

    private Query.Condition conjunction() {
        Query.Condition left = basic();
        while (true) {
            int before = in.at();
            in.skipBlanks();
            if (!in.take("&&")) {
                in.backTo(before);
                return left;
            }
            in.skipBlanks();
            left = new Query.And(left, basic());
        }
    }

    private Query.Condition basic() {
        int start = in.at();
        if (++depth > DEEPEST) {
            throw in.wrong(
                    start,
                    start + 1,
                    "this filter is nested more than " + DEEPEST + " deep",
                    null,
                    start);
        }
        Query.Condition condition;
        if (in.take('!')) {
            in.skipBlanks();
            condition = new Query.Not(in.peek() == '(' ? parenthesized() : test());
        } else {
            condition = in.peek() == '(' ? parenthesized() : comparisonOrTest();
        }
        depth--;
        return condition;
    }

    private Query.Condition parenthesized() {
        int open = in.at();
        in.take('(');
        in.skipBlanks();
        Query.Condition inner = condition();
        in.skipBlanks();
        if (!in.take(')')) {
            throw in.atEnd()
                    ? in.wrong(open, open + 1, "this `(` is never closed", null, open)
                    : in.unexpected("`)`, `&&` or `||`");
        }
        return inner;
    }

    private Query.Condition test() {
        int start = in.at();
        return test(operand(), start);
    }

    private Query.Condition test(Operand operand, int start) {
        return switch (operand) {
            case Selected selected -> new Query.Exists(selected.query());
            case Tested tested -> tested.test();
            case Written written ->
                    throw in.wrong(
                            start,
                            in.at(),
                            "a value alone says nothing: compare it with something",
                            null,
                            start);
            case Computed computed ->
                    throw in.wrong(
                            start,
                            in.at(),
                            "`"
                                    + computed.function()
                                    + "` gives a value: compare it with something",
                            null,
                            start);
        };
    }

    private Query.Condition comparisonOrTest() {
        int start = in.at();
        Operand left = operand();
        int end = in.at();
        in.skipBlanks();
        int operatorStart = in.at();
        Query.Operator operator = operator();
        if (operator == null) {
            in.backTo(end);
            return test(left, start);
        }
        in.skipBlanks();
        Query.Value leftValue = comparable(left, start, end);
        int rightStart = in.at();
        Query.Value rightValue = comparable(operand(), rightStart, in.at());
        int after = in.at();
        in.skipBlanks();
        int secondOperator = in.at();
        if (operator() != null) {
            throw in.wrong(
                    secondOperator,
                    in.at(),
                    "comparisons cannot be chained",
                    "join them with `&&`",
                    operatorStart);
        }
        in.backTo(after);
        return new Query.Comparison(leftValue, operator, rightValue);
    }

    private Query.@Nullable Operator operator() {
        if (in.take("==")) {
            return Query.Operator.EQUAL;
        }
        if (in.take("!=")) {
            return Query.Operator.NOT_EQUAL;
        }
        if (in.take("<=")) {
            return Query.Operator.LESS_OR_EQUAL;
        }
        if (in.take(">=")) {
            return Query.Operator.GREATER_OR_EQUAL;
        }
        if (in.take('<')) {
            return Query.Operator.LESS;
        }
        if (in.take('>')) {
            return Query.Operator.GREATER;
        }
        if (in.peek() == '=') {
            throw in.wrong(
                    in.at(), in.at() + 1, "`=` compares nothing here", "write `==`", in.at());
        }
        return null;
    }

    private Query.Value comparable(Operand operand, int start, int end) {
        return switch (operand) {
            case Written written -> new Query.Literal(written.scalar());
            case Computed computed -> computed.value();
            case Tested tested ->
                    throw in.wrong(
                            start,
                            end,
                            "`" + tested.function() + "` holds or not: it is not compared",
                            null,
                            start);
            case Selected selected -> {
                if (!selected.query().isSingular()) {
                    throw in.wrong(
                            start,
                            end,
                            "one value is needed here, and this path can select many",
                            "use names and indexes only, or `value(…)` or `count(…)`",
                            start);
                }
                yield new Query.Single(selected.query());
            }
        };
    }

    private Operand operand() {
        char character = in.peek();
        if (in.take('@')) {
            return new Selected(paths.segments(false));
        }
        if (in.take('$')) {
            return new Selected(paths.segments(true));
        }
        if (character == '"' || character == '\'') {
            return new Written(ScalarNode.made(in.quoted(), ScalarType.STRING));
        }
        if (character == '-' || (character >= '0' && character <= '9')) {
            return new Written(number());
        }
        int start = in.at();
        while (PathText.isNameCharacter(in.peek(), in.at() == start)) {
            in.next();
        }
        String word = in.text().substring(start, in.at());
        if (in.peek() == '(' && !word.isEmpty()) {
            return call(word, start);
        }
        return switch (word) {
            case "true", "false" -> new Written(ScalarNode.made(word, ScalarType.BOOLEAN));
            case "null" -> new Written(ScalarNode.made(word, ScalarType.NULL));
            case "" -> throw in.unexpected("`@`, `$`, a value or a function");
            default ->
                    throw in.wrong(
                            start,
                            in.at(),
                            "`" + word + "` is neither a path nor a value",
                            "write `@." + word + "` for the field, `'" + word + "'` for the text",
                            start);
        };
    }

    private ScalarNode number() {
        int start = in.at();
        in.take('-');
        int digits = in.at();
        digits();
        boolean leadingZero = in.text().charAt(digits) == '0' && in.at() - digits > 1;
        if (in.take('.')) {
            digits();
        }
        if (in.take('e') || in.take('E')) {
            if (!in.take('+')) {
                in.take('-');
            }
            digits();
        }
        String text = in.text().substring(start, in.at());
        if (leadingZero) {
            throw in.wrong(start, in.at(), "a number has no leading zeros", null, start);
        }
        return ScalarNode.made(text, ScalarType.NUMBER);
    }

    private void digits() {
        int start = in.at();
        while (in.peek() >= '0' && in.peek() <= '9') {
            in.next();
        }
        if (in.at() == start) {
            throw in.unexpected("a digit");
        }
    }

    /// An argument and where it stands.
    private record Argument(Operand operand, int start, int end) {}

    private Operand call(String name, int start) {
        if (!FUNCTIONS.contains(name)) {
            throw in.wrong(
                    start,
                    in.at(),
                    "there is no function `" + name + "`",
                    Suggestions.didYouMean(name, FUNCTIONS),
                    start);
        }
        if (++depth > DEEPEST) {
            throw in.wrong(
                    start,
                    start + 1,
                    "this filter is nested more than " + DEEPEST + " deep",
                    null,
                    start);
        }
        List<Argument> arguments = arguments();
        depth--;
        int takes = name.equals("match") || name.equals("search") ? 2 : 1;
        if (arguments.size() != takes) {
            String count = takes == 1 ? "one argument" : "two arguments";
            throw in.wrong(
                    start,
                    in.at(),
                    "`" + name + "` takes " + count + ", not " + arguments.size(),
                    null,
                    start);
        }
        Argument first = arguments.get(0);
        return switch (name) {
            case "length" -> new Computed(new Query.Length(value(first)), name);
            case "count" -> new Computed(new Query.Count(nodes(first, name)), name);
            case "value" -> new Computed(new Query.ValueOf(nodes(first, name)), name);
            default -> regularExpression(name, first, arguments.get(1));
        };
    }

    private List<Argument> arguments() {
        in.take('(');
        in.skipBlanks();
        List<Argument> arguments = new ArrayList<>();
        if (in.take(')')) {
            return arguments;
        }
        do {
            in.skipBlanks();
            int start = in.at();
            Operand operand = operand();
            arguments.add(new Argument(operand, start, in.at()));
            in.skipBlanks();
        } while (in.take(','));
        if (!in.take(')')) {
            throw in.unexpected("`,` or `)`");
        }
        return arguments;
    }

    private Query.Value value(Argument argument) {
        return comparable(argument.operand(), argument.start(), argument.end());
    }

    private Query nodes(Argument argument, String function) {
        if (argument.operand() instanceof Selected selected) {
            return selected.query();
        }
        throw in.wrong(
                argument.start(),
                argument.end(),
                "`" + function + "` takes a path",
                null,
                argument.start());
    }

    private Tested regularExpression(String name, Argument text, Argument pattern) {
        RegularExpression fixed = null;
        if (pattern.operand() instanceof Written written && written.scalar().isString()) {
            fixed = RegularExpression.of(written.scalar().text());
            if (fixed == null) {
                throw in.wrong(
                        pattern.start(),
                        pattern.end(),
                        "this is not a regular expression (RE2)",
                        null,
                        pattern.start());
            }
        }
        return new Tested(
                new Query.Test(name.equals("match"), value(text), value(pattern), fixed), name);
    }
}
