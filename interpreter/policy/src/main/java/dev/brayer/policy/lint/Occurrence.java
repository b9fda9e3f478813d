package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression where it stands.
///
/// @param outer the expression around it, or `null`
record Occurrence(Expression expression, @Nullable Occurrence outer, Item item) {
    /// The rule it stands in if it is one as Copper 1 had them, without a selector.
    boolean isInCopperRule() {
        return item instanceof Item.Rule rule && rule.selector() == null;
    }

    boolean isInSelectingRule() {
        return item instanceof Item.Rule rule && rule.selector() != null;
    }

    /// The expression around it and around the parentheses.
    @Nullable Expression around() {
        Occurrence next = outer;
        while (next != null && next.expression() instanceof Expression.Group) {
            next = next.outer();
        }
        return next == null ? null : next.expression();
    }

    /// The names of the quantifiers around it.
    List<String> loopNames() {
        List<String> names = new ArrayList<>();
        for (Occurrence next = outer; next != null; next = next.outer()) {
            if (next.expression() instanceof Expression.Quantified quantified) {
                names.add(quantified.first().text());
                Name second = quantified.second();
                if (second != null) {
                    names.add(second.text());
                }
            }
        }
        return names;
    }
}
