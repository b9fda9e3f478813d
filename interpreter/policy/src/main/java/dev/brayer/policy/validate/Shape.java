package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.List;

/// What an expression says, whatever its layout: two expressions of one scope with equal shapes
/// give the same, because the language is pure.
public final class Shape {
    private final StringBuilder text = new StringBuilder();

    private Shape() {}

    public static String of(Expression expression) {
        Shape shape = new Shape();
        shape.add(expression);
        return shape.text.toString();
    }

    private void add(Expression written) {
        Expression expression = written.ungrouped();
        switch (expression) {
            case Expression.Reference reference -> text.append(reference.name());
            case Expression.Member member -> field(member.receiver(), member.name().text());
            case Expression.Index index -> {
                if (index.key().ungrouped() instanceof Expression.TextLiteral key) {
                    field(index.receiver(), key.text());
                } else {
                    node("[]", Parts.of(index));
                }
            }
            case Expression.MethodCall call -> node("." + call.name() + "()", Parts.of(call));
            case Expression.Call call -> node(call.function() + "()", call.arguments());
            case Expression.TextLiteral literal -> quoted(literal.text());
            case Expression.IntegerLiteral literal -> text.append(literal.value());
            case Expression.DecimalLiteral literal ->
                    text.append(literal.value().stripTrailingZeros().toPlainString());
            case Expression.BooleanLiteral literal -> text.append(literal.value());
            case Expression.NullLiteral _ -> text.append("null");
            case Expression.SymbolLiteral literal -> text.append(':').append(literal.name());
            case Expression.Comparison comparison ->
                    node(comparison.operator().symbol(), Parts.of(comparison));
            case Expression.Arithmetic arithmetic ->
                    node(arithmetic.operator().symbol(), Parts.of(arithmetic));
            case Expression.Quantified quantified -> quantified(quantified);
            case Expression.Or or -> node("or", or.alternatives());
            case Expression.And and -> node("and", and.parts());
            case Expression.Not not -> node("not", Parts.of(not));
            case Expression.Exists exists -> node("exists", Parts.of(exists));
            case Expression.Console console -> node("console", Parts.of(console));
            case Expression.Negative negative -> node("negative", Parts.of(negative));
            case Expression.Default fallback -> node("default", Parts.of(fallback));
            case Expression.ListLiteral list -> node("list", list.elements());
            case Expression.Range range -> node("range", Parts.of(range));
            case Expression.Group group -> add(group.inner());
            // Nothing is equal to what could not be read.
            case Expression.Broken broken -> text.append('?').append(broken.span().start());
        }
    }

    private void field(Expression receiver, String name) {
        text.append("(. ");
        add(receiver);
        text.append(' ');
        quoted(name);
        text.append(')');
    }

    private void quantified(Expression.Quantified quantified) {
        String names =
                quantified.second() == null
                        ? quantified.first().text()
                        : quantified.first() + "," + quantified.second();
        String filter = quantified.filter() == null ? "" : " where";
        node(quantified.quantifier().word() + " " + names + filter, Parts.of(quantified));
    }

    private void node(String what, List<Expression> parts) {
        text.append('(').append(what);
        for (Expression part : parts) {
            text.append(' ');
            add(part);
        }
        text.append(')');
    }

    private void quoted(String content) {
        text.append('"').append(content.replace("\"", "\\\"")).append('"');
    }
}
