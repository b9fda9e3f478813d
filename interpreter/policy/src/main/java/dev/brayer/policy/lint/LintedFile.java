package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.tree.Comment;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.policy.validate.Parts;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is looked at, and what is remarked on it.
final class LintedFile {
    private final ParsedPolicy policy;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    LintedFile(ParsedPolicy policy) {
        this.policy = policy;
        for (Item item : items()) {
            for (Expression expression : Parts.of(item)) {
                collect(new Occurrence(expression, null, item));
            }
        }
    }

    private void collect(Occurrence occurrence) {
        occurrences.add(occurrence);
        for (Expression part : Parts.of(occurrence.expression())) {
            collect(new Occurrence(part, occurrence, occurrence.item()));
        }
    }

    Source source() {
        return policy.source();
    }

    List<Item> items() {
        return policy.tree().items();
    }

    /// Every expression of the file, the outer ones first.
    List<Occurrence> occurrences() {
        return occurrences;
    }

    String text(Node node) {
        return source().text(node.span());
    }

    /// The names of the variables and parameters of the file.
    List<String> valueNames() {
        List<String> names = new ArrayList<>();
        for (Item item : items()) {
            if (item instanceof Item.Variable variable) {
                names.add(variable.name().text());
            } else if (item instanceof Item.Parameter parameter) {
                names.add(parameter.name().text());
            }
        }
        return names;
    }

    /// The value of a variable of the file, or `null`.
    @Nullable Expression variable(String name) {
        Expression value = null;
        for (Item item : items()) {
            if (item instanceof Item.Variable variable && variable.name().text().equals(name)) {
                value = variable.value();
            }
        }
        return value;
    }

    /// Whether the file defines or imports a function of this name.
    boolean isDefined(String function) {
        for (Item item : items()) {
            boolean here =
                    item instanceof Item.Definition definition
                            && definition.name().text().equals(function);
            boolean elsewhere = false;
            if (item instanceof Item.Import imported) {
                for (Name name : imported.names()) {
                    elsewhere |= name.text().equals(function);
                }
            }
            if (here || elsewhere) {
                return true;
            }
        }
        return false;
    }

    boolean hasComment(Span span) {
        for (Comment comment : policy.tree().comments()) {
            if (comment.span().start() < span.end() && comment.span().end() > span.start()) {
                return true;
            }
        }
        return false;
    }

    boolean isInComment(int offset) {
        return hasComment(new Span(offset, offset + 1));
    }

    void remark(Lint lint, Span span, String message, @Nullable String hint, Edit... fix) {
        remarks.add(new Remark(lint, source().place(span), message, hint, List.of(fix)));
    }

    /// A remark whose fix writes an expression anew; where that would lose a comment, a person has
    /// to do it.
    void rewrite(Lint lint, Expression expression, String message, String replacement) {
        String hint = "write `" + oneLine(replacement) + "`";
        if (hasComment(expression.span())) {
            remark(lint, expression.span(), message, hint);
        } else {
            remark(
                    lint,
                    expression.span(),
                    message,
                    hint,
                    new Edit(expression.span(), replacement));
        }
    }

    /// A piece of a policy as a message quotes it.
    static String oneLine(String written) {
        StringBuilder text = new StringBuilder();
        boolean blank = false;
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character <= ' ') {
                blank = true;
            } else {
                text.append(blank && !text.isEmpty() ? " " : "").append(character);
                blank = false;
            }
        }
        return text.toString();
    }

    List<Remark> remarks() {
        List<Remark> sorted = new ArrayList<>(remarks);
        sorted.sort((left, right) ->
                Integer.compare(left.place().span().start(), right.place().span().start()));
        return sorted;
    }
}
