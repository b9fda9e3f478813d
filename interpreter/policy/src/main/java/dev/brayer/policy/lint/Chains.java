package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The chains of Copper 1: `fetch("…").as(:image).pick(:tag).first`.
final class Chains {
    private static final List<String> ONE = List.of("first", "last", "at");
    private static final List<String> SEVERAL =
            List.of("as", "pick", "extract", "unique", "split", "octets");

    private Chains() {}

    /// The first link of a chain; a variable of the file stands for its value.
    static Expression start(Expression written, LintedFile file) {
        Expression expression = written.ungrouped();
        return switch (expression) {
            case Expression.Member member -> start(member.receiver(), file);
            case Expression.MethodCall call -> start(call.receiver(), file);
            case Expression.Reference reference -> {
                Expression value = file.variable(reference.name().text());
                yield value == null || value.ungrouped() instanceof Expression.Reference
                        ? expression
                        : start(value, file);
            }
            default -> expression;
        };
    }

    static boolean isFetched(Expression expression, LintedFile file) {
        return start(expression, file) instanceof Expression.Call call
                && call.function().text().equals("fetch");
    }

    /// Whether a chain takes one element of what is fetched, which may not be there.
    static boolean takesOne(Expression expression, LintedFile file) {
        String last = lastLink(expression, file);
        return last != null && ONE.contains(last) && isFetched(expression, file);
    }

    static boolean isList(Expression written, LintedFile file) {
        Expression expression = written.ungrouped();
        if (expression instanceof Expression.Reference reference) {
            Expression value = file.variable(reference.name().text());
            return value != null
                    && !(value.ungrouped() instanceof Expression.Reference)
                    && isList(value, file);
        }
        String last = lastLink(expression, file);
        return expression instanceof Expression.ListLiteral
                || (last != null && SEVERAL.contains(last))
                || (expression instanceof Expression.Call call
                        && call.function().text().equals("fetch"));
    }

    private static @Nullable String lastLink(Expression written, LintedFile file) {
        return switch (written.ungrouped()) {
            case Expression.Member member -> member.name().text();
            case Expression.MethodCall call -> call.name().text();
            case Expression.Reference reference -> {
                Expression value = file.variable(reference.name().text());
                yield value == null || value.ungrouped() instanceof Expression.Reference
                        ? null
                        : lastLink(value, file);
            }
            default -> null;
        };
    }
}
