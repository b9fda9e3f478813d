package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Fields that may be one of a few texts only: beside another text a comparison is decided before
/// any object is seen.
final class Choices {
    private static final int MOST_NAMES = 8;

    private Choices() {}

    /// What `value default otherwise` may be; empty where that may be anything.
    static List<String> or(Typed value, Typed otherwise) {
        String text = otherwise.constantText();
        if (value.choices().isEmpty() || (text == null && otherwise.choices().isEmpty())) {
            return List.of();
        }
        List<String> all = new ArrayList<>(value.choices());
        for (String choice : text == null ? otherwise.choices() : List.of(text)) {
            if (!all.contains(choice)) {
                all.add(choice);
            }
        }
        return all;
    }

    /// Warns of a text, or of each in a list, that the value never is.
    static void check(Typed value, Typed compared, Expression written, Reporter reporter) {
        if (value.choices().isEmpty()) {
            return;
        }
        String text = compared.constantText();
        if (text != null) {
            check(value, text, written, reporter);
        } else if (compared.constant() instanceof Value.Items(List<Value> elements, _)) {
            List<Expression> each =
                    written.ungrouped() instanceof Expression.ListLiteral list
                            ? list.elements()
                            : List.of();
            for (int at = 0; at < elements.size(); at++) {
                if (elements.get(at) instanceof Value.Text(String element, _)) {
                    check(value, element, at < each.size() ? each.get(at) : written, reporter);
                }
            }
        }
    }

    private static void check(Typed value, String text, Expression written, Reporter reporter) {
        List<String> choices = value.choices();
        if (choices.contains(text)) {
            return;
        }
        String few =
                choices.size() > MOST_NAMES
                        ? null
                        : "it is one of \"" + String.join("\", \"", choices) + "\"";
        String field = value.operand().place().text();
        reporter.warning(
                PolicyCode.CHOICE,
                written,
                "`" + field + "` is never \"" + text + "\"",
                Reporter.didYouMean(text, choices, few));
    }
}
