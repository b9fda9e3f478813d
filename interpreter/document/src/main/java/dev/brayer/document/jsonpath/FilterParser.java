package dev.brayer.document.jsonpath;

import org.jspecify.annotations.Nullable;

/// Parses what stands after `?`.
final class FilterParser {
    private final PathText in;
    private final OperandParser operands;

    FilterParser(PathParser paths) {
        this.in = paths.in();
        this.operands = new OperandParser(paths);
    }

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
        operands.deeper(in.at());
        Query.Condition condition;
        if (in.take('!')) {
            in.skipBlanks();
            condition = new Query.Not(in.peek() == '(' ? parenthesized() : test());
        } else {
            condition = in.peek() == '(' ? parenthesized() : comparisonOrTest();
        }
        operands.shallower();
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
                    ? in.wrong(open, open + 1, "this `(` is never closed")
                    : in.unexpected("`)`, `&&` or `||`");
        }
        return inner;
    }

    private Query.Condition test() {
        int start = in.at();
        return test(operands.operand(), start);
    }

    private Query.Condition test(Operand operand, int start) {
        return switch (operand) {
            case Operand.Selected selected -> new Query.Exists(selected.query());
            case Operand.Tested tested -> tested.test();
            case Operand.Written _ ->
                    throw in.wrong(
                            start,
                            in.at(),
                            "a value alone says nothing: compare it with something");
            case Operand.Computed computed ->
                    throw in.wrong(
                            start,
                            in.at(),
                            "`"
                                    + computed.function()
                                    + "` gives a value: compare it with something");
        };
    }

    private Query.Condition comparisonOrTest() {
        int start = in.at();
        Operand left = operands.operand();
        int end = in.at();
        in.skipBlanks();
        Query.Operator operator = operator();
        if (operator == null) {
            in.backTo(end);
            return test(left, start);
        }
        in.skipBlanks();
        Query.Value leftValue = operands.comparable(left, start, end);
        int rightStart = in.at();
        Query.Value rightValue = operands.comparable(operands.operand(), rightStart, in.at());
        int after = in.at();
        in.skipBlanks();
        int secondOperator = in.at();
        if (operator() != null) {
            throw in.wrong(
                    secondOperator,
                    in.at(),
                    "comparisons cannot be chained",
                    "join them with `&&`");
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
            throw in.wrong(in.at(), in.at() + 1, "`=` compares nothing here", "write `==`");
        }
        return null;
    }
}
