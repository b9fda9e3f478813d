package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.ExpressionPrinter.STEP;
import static dev.brayer.grammar.policy.ExpressionPrinter.fits;
import static dev.brayer.grammar.policy.ExpressionPrinter.flat;
import static dev.brayer.grammar.policy.ExpressionPrinter.print;
import static dev.brayer.grammar.policy.TextPrinter.message;

import dev.brayer.grammar.policy.tree.Action;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.FormalParameter;
import dev.brayer.grammar.policy.tree.ImportSource;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.PolicyFile;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.text.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes policies in one style: four spaces, `==` for `=`, `and` for `&&`, a rule in one line only
/// where its author wrote it so and it fits. Comments keep their places: behind the code of their
/// line, or on lines of their own.
///
/// Formatting twice changes nothing more, and never changes what a policy means.
public final class PolicyFormatter {
    private final StringBuilder out = new StringBuilder();
    private final CommentCursor comments;
    private final @Nullable Source source;

    private PolicyFormatter(PolicyFile tree, @Nullable Source source) {
        this.comments = new CommentCursor(tree.comments(), source);
        this.source = source;
    }

    /// @throws IllegalArgumentException if the policy has errors; what could not be read cannot be
    ///   written
    public static String format(ParsedPolicy policy) {
        if (policy.hasErrors()) {
            throw new IllegalArgumentException("a policy with errors cannot be formatted");
        }
        String text = policy.source().text();
        String formatted = new PolicyFormatter(policy.tree(), policy.source()).file(policy.tree());
        return text.contains("\r\n")
                ? formatted.replace("\r\n", "\n").replace("\n", "\r\n")
                : formatted;
    }

    /// A tree that has no text yet; its comments stand on lines of their own.
    public static String format(PolicyFile tree) {
        return new PolicyFormatter(tree, null).file(tree);
    }

    private String file(PolicyFile tree) {
        Item previous = null;
        for (int index = 0; index < tree.items().size(); index++) {
            Item item = tree.items().get(index);
            if (previous != null && blankLineBetween(previous, item)) {
                out.append('\n');
            }
            item(item);
            boolean last = index + 1 == tree.items().size();
            comments.trailing(
                    out,
                    item.span().end(),
                    last ? Integer.MAX_VALUE : tree.items().get(index + 1).span().start());
            out.append('\n');
            previous = item;
        }
        if (comments.hasMore() && previous != null && comments.blankLineBeforeNext()) {
            out.append('\n');
        }
        comments.rest(out);
        return out.toString();
    }

    private boolean blankLineBetween(Item previous, Item item) {
        if (source != null) {
            return comments.blankLineBefore(item.span().start());
        }
        return item instanceof Item.Rule
                || item instanceof Item.Test
                || item.getClass() != previous.getClass();
    }

    private void item(Item item) {
        switch (item) {
            case Item.Rule rule -> rule(rule);
            case Item.Test test -> test(test);
            case Item.Import imported -> {
                comments.leading(out, imported.span().end(), 0);
                out.append("import ").append(names(imported.names())).append(" from ");
                out.append(
                        switch (imported.source()) {
                            case ImportSource.File file -> "\"" + file.path() + "\"";
                            case ImportSource.Library library -> library.path();
                        });
            }
            case Item.Variable variable ->
                    definition("var " + variable.name(), variable.value(), variable);
            case Item.Parameter parameter -> {
                String head =
                        "param "
                                + parameter.name()
                                + (parameter.type() == null ? "" : ": " + parameter.type());
                definition(head, parameter.value(), parameter);
            }
            case Item.Definition definition ->
                    definition(
                            "def "
                                    + definition.name()
                                    + "("
                                    + formals(definition.parameters())
                                    + ")",
                            definition.body(),
                            definition);
            case Item.Broken _ ->
                    throw new IllegalArgumentException("a broken item cannot be written");
        }
    }

    private static String names(List<Name> names) {
        StringBuilder text = new StringBuilder();
        for (Name name : names) {
            text.append(text.isEmpty() ? "" : ", ").append(name);
        }
        return text.toString();
    }

    private static String formals(List<FormalParameter> parameters) {
        StringBuilder text = new StringBuilder();
        for (FormalParameter parameter : parameters) {
            text.append(text.isEmpty() ? "" : ", ").append(parameter.name());
            text.append(parameter.type() == null ? "" : ": " + parameter.type());
        }
        return text.toString();
    }

    private void definition(String head, @Nullable Expression value, Item item) {
        comments.leading(out, item.span().end(), 0);
        out.append(head);
        if (value == null) {
            return;
        }
        if (fits(flat(value), head.length() + 3)
                || !(value instanceof Expression.And || value instanceof Expression.Or)) {
            out.append(" = ").append(print(value, 0, head.length() + 3));
        } else {
            out.append(" =")
                    .append(ExpressionPrinter.newLine(STEP))
                    .append(print(value, STEP, STEP));
        }
    }

    private void rule(Item.Rule rule) {
        int headEnd = rule.action().span().end();
        headEnd = rule.selector() == null ? headEnd : rule.selector().span().end();
        headEnd = rule.message() == null ? headEnd : rule.message().span().end();
        comments.leading(out, headEnd, 0);
        StringBuilder head =
                new StringBuilder("rule ")
                        .append(rule.name())
                        .append(' ')
                        .append(action(rule.action()));
        if (rule.selector() != null) {
            head.append(' ').append(SelectorPrinter.print(rule.selector(), head.length() + 1));
        }
        if (rule.message() != null) {
            head.append(' ').append(message(rule.message(), STEP));
        }
        head.append(" {");
        out.append(head);
        String oneLine = isInOneLine(rule) ? " " + flat(rule.body()) + " }" : "";
        if (!oneLine.isEmpty() && oneLine.indexOf('\n') < 0 && fits(head + oneLine, 0)) {
            out.append(oneLine);
            return;
        }
        comments.trailing(out, headEnd, rule.body().span().start());
        out.append('\n');
        statement(rule.body(), STEP, "", rule.span().end());
        comments.leading(out, rule.span().end(), STEP);
        out.append('}');
    }

    private boolean isInOneLine(Item.Rule rule) {
        return source != null
                && source.text(rule.span()).indexOf('\n') < 0
                && !comments.hasBefore(rule.span().end());
    }

    private static String action(Action action) {
        return switch (action) {
            case Action.Ensure _ -> "ensure";
            case Action.Warn _ -> "warn";
            case Action.Signoff signoff -> "signoff(:" + signoff.role() + ")";
        };
    }

    /// An expression on lines of its own, with the comments before, in and behind it.
    ///
    /// @param suffix what follows it in its last line, such as ` and`
    /// @param limit where the next code begins; comments from there on are not its
    private void statement(Expression expression, int indent, String suffix, int limit) {
        boolean flat =
                !comments.hasWithin(expression.span())
                        && fits(flat(expression) + suffix, indent)
                        && !isNestedQuantifier(expression);
        switch (expression) {
            case Expression.Or or when !flat ->
                    operands(or.alternatives(), indent, " or", suffix, limit);
            case Expression.And and when !flat ->
                    operands(and.parts(), indent, " and", suffix, limit);
            case Expression.Quantified quantified when !flat -> {
                int condition = quantified.condition().span().start();
                Expression last =
                        quantified.filter() == null ? quantified.list() : quantified.filter();
                comments.leading(out, last.span().end(), indent);
                out.append(" ".repeat(indent)).append(ExpressionPrinter.head(quantified));
                if (quantified.condition() instanceof Expression.Group group
                        && !comments.hasBefore(condition)
                        && (ExpressionPrinter.opensGroup(quantified, indent)
                                || comments.hasWithin(group.span()))) {
                    out.append(' ');
                    group(group, indent, suffix, limit);
                    return;
                }
                comments.trailing(out, last.span().end(), condition);
                out.append('\n');
                statement(quantified.condition(), indent + STEP, suffix, limit);
            }
            case Expression.Group group when !flat -> {
                comments.leading(out, group.span().start(), indent);
                out.append(" ".repeat(indent));
                group(group, indent, suffix, limit);
            }
            default -> {
                comments.leading(out, expression.span().end(), indent);
                out.append(" ".repeat(indent))
                        .append(print(expression, indent, indent))
                        .append(suffix);
                comments.trailing(out, expression.span().end(), limit);
                out.append('\n');
            }
        }
    }

    private void group(Expression.Group group, int indent, String suffix, int limit) {
        out.append('(');
        comments.trailing(out, group.span().start() + 1, group.inner().span().start());
        out.append('\n');
        statement(group.inner(), indent + STEP, "", group.span().end());
        comments.leading(out, group.span().end(), indent + STEP);
        out.append(" ".repeat(indent)).append(')').append(suffix);
        comments.trailing(out, group.span().end(), limit);
        out.append('\n');
    }

    private void operands(
            List<Expression> operands, int indent, String operator, String suffix, int limit) {
        for (int index = 0; index < operands.size(); index++) {
            boolean last = index + 1 == operands.size();
            statement(
                    operands.get(index),
                    indent,
                    last ? suffix : operator,
                    last ? limit : operands.get(index + 1).span().start());
        }
    }

    private static boolean isNestedQuantifier(Expression expression) {
        return expression instanceof Expression.Quantified quantified
                && quantified.condition() instanceof Expression.Quantified;
    }

    private void test(Item.Test test) {
        comments.leading(out, test.rule().span().end(), 0);
        out.append("test ").append(test.rule()).append(" {");
        int firstCase =
                test.cases().isEmpty() ? test.span().end() : test.cases().getFirst().span().start();
        comments.trailing(out, test.rule().span().end(), firstCase);
        out.append('\n');
        for (TestCase testCase : test.cases()) {
            TestPrinter.print(testCase, comments, out);
        }
        comments.leading(out, test.span().end(), STEP);
        out.append('}');
    }
}
