package dev.brayer.document.jsonpath;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarType;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.List;

/// Parses the operands of a filter: paths, values and functions, whose arguments have the types
/// that RFC 9535 gives them.
final class OperandParser {
    private static final int DEEPEST = 64;
    private static final List<String> FUNCTIONS =
            List.of("length", "count", "match", "search", "value");

    private final PathParser paths;
    private final PathText in;
    private int depth;

    OperandParser(PathParser paths) {
        this.paths = paths;
        this.in = paths.in();
    }

    /// One level of brackets more, counted through conditions and arguments.
    void deeper(int start) {
        if (++depth > DEEPEST) {
            throw in.wrong(
                    start, start + 1, "this filter is nested more than " + DEEPEST + " deep");
        }
    }

    void shallower() {
        depth--;
    }

    Operand operand() {
        char character = in.peek();
        if (in.take('@')) {
            return new Operand.Selected(paths.segments(false));
        }
        if (in.take('$')) {
            return new Operand.Selected(paths.segments(true));
        }
        if (character == '"' || character == '\'') {
            return new Operand.Written(ScalarNode.made(in.quoted(), ScalarType.STRING));
        }
        if (character == '-' || (character >= '0' && character <= '9')) {
            return new Operand.Written(number());
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
            case "true", "false" -> new Operand.Written(ScalarNode.made(word, ScalarType.BOOLEAN));
            case "null" -> new Operand.Written(ScalarNode.made(word, ScalarType.NULL));
            case "" -> throw in.unexpected("`@`, `$`, a value or a function");
            default ->
                    throw in.wrong(
                            start,
                            in.at(),
                            "`" + word + "` is neither a path nor a value",
                            "write `@." + word + "` for the field, `'" + word + "'` for the text");
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
            throw in.wrong(start, in.at(), "a number has no leading zeros");
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

    /// The operand as a side of a comparison, or as an argument that is a value.
    Query.Value comparable(Operand operand, int start, int end) {
        return switch (operand) {
            case Operand.Written written -> new Query.Literal(written.scalar());
            case Operand.Computed computed -> computed.value();
            case Operand.Tested tested ->
                    throw in.wrong(
                            start,
                            end,
                            "`" + tested.function() + "` holds or not: it is not compared");
            case Operand.Selected selected -> {
                if (!selected.query().isSingular()) {
                    throw in.wrong(
                            start,
                            end,
                            "one value is needed here, and this path can select many",
                            "use names and indexes only, or `value(…)` or `count(…)`");
                }
                yield new Query.Single(selected.query());
            }
        };
    }

    /// An argument and where it stands.
    private record Argument(Operand operand, int start, int end) {}

    private Operand call(String name, int start) {
        if (!FUNCTIONS.contains(name)) {
            throw in.wrong(
                    start,
                    in.at(),
                    "there is no function `" + name + "`",
                    Suggestions.didYouMean(name, FUNCTIONS));
        }
        deeper(start);
        List<Argument> arguments = arguments();
        shallower();
        int takes = name.equals("match") || name.equals("search") ? 2 : 1;
        if (arguments.size() != takes) {
            String count = takes == 1 ? "one argument" : "two arguments";
            throw in.wrong(
                    start, in.at(), "`" + name + "` takes " + count + ", not " + arguments.size());
        }
        Argument first = arguments.get(0);
        return switch (name) {
            case "length" -> new Operand.Computed(new Query.Length(value(first)), name);
            case "count" -> new Operand.Computed(new Query.Count(nodes(first, name)), name);
            case "value" -> new Operand.Computed(new Query.ValueOf(nodes(first, name)), name);
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
        if (argument.operand() instanceof Operand.Selected selected) {
            return selected.query();
        }
        throw in.wrong(argument.start(), argument.end(), "`" + function + "` takes a path");
    }

    private Operand.Tested regularExpression(String name, Argument text, Argument pattern) {
        RegularExpression fixed = null;
        if (pattern.operand() instanceof Operand.Written written && written.scalar().isString()) {
            fixed = RegularExpression.of(written.scalar().text());
            if (fixed == null) {
                throw in.wrong(
                        pattern.start(), pattern.end(), "this is not a regular expression (RE2)");
            }
        }
        return new Operand.Tested(
                new Query.Test(name.equals("match"), value(text), value(pattern), fixed), name);
    }
}
