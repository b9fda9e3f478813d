package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `on removed targets where condition`: the objects that a rule judges.
///
/// @param removed whether the rule judges objects that were there before and are not now
/// @param condition which of them; `null` for all
public record Selector(
        Span span, boolean removed, List<Target> targets, @Nullable Expression condition)
        implements Node {
    public Selector {
        targets = List.copyOf(targets);
    }
}
