package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Action;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.Finding;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;

/// Checks one rule.
final class Rules {
    private final FileScope file;
    private final Workshop workshop;

    Rules(FileScope file, Workshop workshop) {
        this.file = file;
        this.workshop = workshop;
    }

    private static boolean isOfWorkloads(Selector selector) {
        for (Target target : selector.targets()) {
            if (target instanceof Target.Workload) {
                return true;
            }
        }
        return false;
    }

    Rule check(Item.Rule item) {
        Reporter reporter = file.reporter();
        Selector selector = item.selector();
        SelectedKinds kinds =
                selector == null ? null : new Selectors(workshop, reporter).kinds(selector);
        Facts facts = new Facts();
        Scope scope = new Scope(file, kinds, facts, item.span().start(), Scope.Owner.RULE);
        Expressions expressions = new Expressions(scope, workshop);
        Selection selection = null;
        if (selector != null && kinds != null) {
            Expression filter = selector.condition();
            Condition where = filter == null ? null : expressions.conditions().condition(filter);
            selection =
                    new Selection(
                            selector.removed(), kinds.kinds(), isOfWorkloads(selector), where);
        }
        // What the selector or the message goes through says nothing of what the rule judged.
        facts.fetches = false;
        facts.quantifies = false;
        Condition condition = expressions.conditions().condition(item.body());
        boolean fetches = facts.fetches;
        boolean quantifies = facts.quantifies;
        Message written = item.message();
        Rule.Message message =
                written == null
                        ? null
                        : new Messages(scope, expressions).check(written, item.body());
        facts.optionalFields().report(reporter);
        return new Rule(
                item.name().text(),
                reporter.place(item.name()),
                switch (item.action()) {
                    case Action.Ensure ignored -> Finding.Action.ENSURE;
                    case Action.Warn ignored -> Finding.Action.WARN;
                    case Action.Signoff ignored -> Finding.Action.SIGNOFF;
                },
                item.action() instanceof Action.Signoff signoff ? signoff.role().text() : null,
                selection,
                message,
                condition,
                facts.frame(),
                facts.usesBefore,
                fetches,
                quantifies);
    }
}
