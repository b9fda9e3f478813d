package dev.brayer.policy.docs;

import dev.brayer.grammar.policy.tree.Action;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// What a rule judges and what it does, in words.
final class SelectorWords {
    private SelectorWords() {}

    /// `every workload`, `every removed Service where …`.
    static String judged(Item.Rule rule, Source source) {
        Selector selector = rule.selector();
        if (selector == null) {
            return "every document";
        }
        List<String> kinds = new ArrayList<>();
        for (Target target : selector.targets()) {
            kinds.add(
                    switch (target) {
                        case Target.Workload _ -> "workload";
                        case Target.Any _ -> "object";
                        case Target.Kind kind ->
                                kind.apiVersion() == null
                                        ? kind.kind().text()
                                        : kind.kind() + " of `" + kind.apiVersion() + "`";
                    });
        }
        String words = (selector.removed() ? "every removed " : "every ") + list(kinds);
        Expression condition = selector.condition();
        return condition == null
                ? words
                : words + " where `" + onOneLine(source.text(condition.span())) + "`";
    }

    static String action(Action action) {
        return switch (action) {
            case Action.Ensure _ -> "a finding fails the run";
            case Action.Warn _ -> "a finding is reported and fails nothing";
            case Action.Signoff signoff ->
                    "a finding has to be signed off by `" + signoff.role() + "`";
        };
    }

    static String word(Action action) {
        return switch (action) {
            case Action.Ensure _ -> "ensure";
            case Action.Warn _ -> "warn";
            case Action.Signoff _ -> "signoff";
        };
    }

    private static String list(List<String> kinds) {
        StringBuilder text = new StringBuilder(kinds.getFirst());
        for (int index = 1; index < kinds.size(); index++) {
            text.append(index == kinds.size() - 1 ? " and " : ", ").append(kinds.get(index));
        }
        return text.toString();
    }

    static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
