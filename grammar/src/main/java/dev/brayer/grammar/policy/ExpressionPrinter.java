package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/// Writes expressions: in one line where they fit, else broken at their outermost place.
final class ExpressionPrinter {
    static final int WIDTH = 100;
    static final int STEP = 4;

    private ExpressionPrinter() {}

    /// The expression from a column on, in one line if it fits; further lines are indented by at
    /// least `indent`.
    static String print(Expression expression, int indent, int column) {
        String flat = flat(expression);
        return fits(flat, column) ? flat : broken(expression, indent, column, flat);
    }

    /// Whether a text ends before the margin; one that has line breaks of its own counts up to the
    /// first.
    static boolean fits(String text, int column) {
        int lineBreak = text.indexOf('\n');
        return column + (lineBreak < 0 ? text.length() : lineBreak) <= WIDTH;
    }

    private static String broken(Expression expression, int indent, int column, String flat) {
        String inner = newLine(indent + STEP);
        return switch (expression) {
            case Expression.Or or -> joined(or.alternatives(), " or" + newLine(indent), indent);
            case Expression.And and -> joined(and.parts(), " and" + newLine(indent), indent);
            case Expression.Not not -> "not " + print(not.operand(), indent, column + 4);
            case Expression.Quantified quantified ->
                    opensGroup(quantified, indent)
                            ? head(quantified)
                                    + " "
                                    + broken(quantified.condition(), indent, column, flat)
                            : head(quantified)
                                    + inner
                                    + print(quantified.condition(), indent + STEP, indent + STEP);
            case Expression.Comparison comparison -> comparison(comparison, indent, column);
            case Expression.Exists exists ->
                    print(exists.operand(), indent, column) + inner + "exists";
            case Expression.Console console ->
                    print(console.operand(), indent, column) + inner + "-> console";
            case Expression.Arithmetic arithmetic ->
                    print(arithmetic.left(), indent, column)
                            + inner
                            + arithmetic.operator().symbol()
                            + " "
                            + print(arithmetic.right(), indent + STEP, indent + STEP + 2);
            case Expression.Negative negative ->
                    "-" + print(negative.operand(), indent, column + 1);
            case Expression.Default fallback ->
                    print(fallback.value(), indent, column)
                            + inner
                            + "default "
                            + print(fallback.otherwise(), indent + STEP, indent + STEP + 8);
            case Expression.MethodCall _, Expression.Member _, Expression.Index _ ->
                    chain(expression, indent, column);
            case Expression.Call call -> call.function() + list("(", call.arguments(), ")", indent);
            case Expression.ListLiteral list -> list("[", list.elements(), "]", indent);
            case Expression.Group group ->
                    "("
                            + inner
                            + print(group.inner(), indent + STEP, indent + STEP)
                            + newLine(indent)
                            + ")";
            case Expression.Range _,
                    Expression.Reference _,
                    Expression.TextLiteral _,
                    Expression.IntegerLiteral _,
                    Expression.DecimalLiteral _,
                    Expression.BooleanLiteral _,
                    Expression.NullLiteral _,
                    Expression.SymbolLiteral _,
                    Expression.Broken _ ->
                    flat;
        };
    }

    /// Whether the parentheses of a condition are so long that they open behind the colon.
    static boolean opensGroup(Expression.Quantified quantified, int indent) {
        return quantified.condition() instanceof Expression.Group
                && !fits(flat(quantified.condition()), indent + STEP);
    }

    private static String comparison(Expression.Comparison comparison, int indent, int column) {
        String left = print(comparison.left(), indent, column);
        String operator = comparison.operator().symbol() + " ";
        boolean longList =
                comparison.right() instanceof Expression.ListLiteral
                        && !fits(flat(comparison.right()), indent + STEP + operator.length());
        return longList
                ? left + " " + operator + print(comparison.right(), indent, WIDTH)
                : left
                        + newLine(indent + STEP)
                        + operator
                        + print(
                                comparison.right(),
                                indent + STEP,
                                indent + STEP + operator.length());
    }

    private static String joined(List<Expression> operands, String between, int indent) {
        StringBuilder text = new StringBuilder();
        for (Expression operand : operands) {
            text.append(text.isEmpty() ? "" : between);
            // What is broken inside an operand stands deeper than the next operand.
            boolean nested = operand instanceof Expression.And;
            text.append(print(operand, nested ? indent + STEP : indent, indent));
        }
        return text.toString();
    }

    private static String list(String open, List<Expression> elements, String close, int indent) {
        if (elements.isEmpty()) {
            return open + close;
        }
        StringBuilder text = new StringBuilder(open);
        for (int index = 0; index < elements.size(); index++) {
            text.append(index == 0 ? "" : ",").append(newLine(indent + STEP));
            text.append(print(elements.get(index), indent + STEP, indent + STEP));
        }
        return text.append(newLine(indent)).append(close).toString();
    }

    /// `fetch(…).as(:image).pick(:tag)`: each call in a line of its own; a chain without calls is
    /// left alone.
    private static String chain(Expression expression, int indent, int column) {
        List<Expression> links = new ArrayList<>();
        Expression start = expression;
        while (true) {
            Expression receiver =
                    switch (start) {
                        case Expression.MethodCall call -> call.receiver();
                        case Expression.Member member -> member.receiver();
                        case Expression.Index index -> index.receiver();
                        default -> start;
                    };
            if (receiver.equals(start)) {
                break;
            }
            links.addFirst(start);
            start = receiver;
        }
        StringBuilder text = new StringBuilder(print(start, indent, column));
        for (Expression link : links) {
            if (link instanceof Expression.MethodCall) {
                text.append(newLine(indent + STEP));
            }
            String written = link(link);
            int lineStart = text.lastIndexOf("\n");
            boolean long_ =
                    !fits(
                            written,
                            lineStart < 0 ? column + text.length() : text.length() - lineStart - 1);
            text.append(
                    long_ && link instanceof Expression.MethodCall call
                            ? "." + call.name() + list("(", call.arguments(), ")", indent + STEP)
                            : written);
        }
        return text.toString();
    }

    private static String link(Expression link) {
        return switch (link) {
            case Expression.MethodCall call ->
                    "." + call.name() + "(" + flat(call.arguments()) + ")";
            case Expression.Member member -> "." + member.name();
            case Expression.Index index -> "[" + flat(index.key()) + "]";
            default -> "";
        };
    }

    /// `every x in list where filter :`.
    static String head(Expression.Quantified quantified) {
        StringBuilder text = new StringBuilder(quantified.quantifier().word());
        text.append(' ').append(quantified.first());
        if (quantified.second() != null) {
            text.append(", ").append(quantified.second());
        }
        text.append(" in ").append(flat(quantified.list()));
        if (quantified.filter() != null) {
            text.append(" where ").append(flat(quantified.filter()));
        }
        return text.append(" :").toString();
    }

    /// The expression in one line; only texts in three quotes, and texts with line breaks, have
    /// more.
    static String flat(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> flat(or.alternatives(), " or ");
            case Expression.And and -> flat(and.parts(), " and ");
            case Expression.Not not -> "not " + flat(not.operand());
            case Expression.Quantified quantified ->
                    head(quantified) + " " + flat(quantified.condition());
            case Expression.Comparison comparison ->
                    flat(comparison.left())
                            + " "
                            + comparison.operator().symbol()
                            + " "
                            + flat(comparison.right());
            case Expression.Exists exists -> flat(exists.operand()) + " exists";
            case Expression.Console console -> flat(console.operand()) + " -> console";
            case Expression.Arithmetic arithmetic ->
                    flat(arithmetic.left())
                            + " "
                            + arithmetic.operator().symbol()
                            + " "
                            + flat(arithmetic.right());
            case Expression.Negative negative -> "-" + flat(negative.operand());
            case Expression.Default fallback ->
                    flat(fallback.value()) + " default " + flat(fallback.otherwise());
            case Expression.Member member -> flat(member.receiver()) + link(member);
            case Expression.MethodCall call -> flat(call.receiver()) + link(call);
            case Expression.Index index -> flat(index.receiver()) + link(index);
            case Expression.Call call -> call.function() + "(" + flat(call.arguments()) + ")";
            case Expression.Reference reference -> reference.name().text();
            case Expression.TextLiteral text ->
                    text.block() ? TextPrinter.block(text.text(), 0) : "\"" + text.text() + "\"";
            case Expression.IntegerLiteral integer -> integer.value().toString();
            case Expression.DecimalLiteral decimal -> decimal.value().toPlainString();
            case Expression.BooleanLiteral bool -> bool.value() ? "true" : "false";
            case Expression.NullLiteral _ -> "null";
            case Expression.SymbolLiteral symbol -> ":" + symbol.name();
            case Expression.ListLiteral list -> "[" + flat(list.elements()) + "]";
            case Expression.Range range -> "(" + flat(range.from()) + ".." + flat(range.to()) + ")";
            case Expression.Group group -> "(" + flat(group.inner()) + ")";
            case Expression.Broken _ ->
                    throw new IllegalArgumentException("a broken expression cannot be written");
        };
    }

    private static String flat(List<Expression> arguments) {
        return flat(arguments, ", ");
    }

    private static String flat(List<Expression> operands, String between) {
        StringBuilder text = new StringBuilder();
        for (Expression operand : operands) {
            text.append(text.isEmpty() ? "" : between).append(flat(operand));
        }
        return text.toString();
    }

    static String newLine(int indent) {
        return "\n" + " ".repeat(indent);
    }
}
