package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding;
import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.Summary.Undecided;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule on one document.
final class Judgement {
    private final Rule rule;
    private final Judged judged;
    private final Evaluator evaluator;
    private final List<Finding> findings = new ArrayList<>(0);
    private final List<Undecided> undecided = new ArrayList<>(0);

    Judgement(Rule rule, Judged judged) {
        this.rule = rule;
        this.judged = judged;
        this.evaluator = new Evaluator(judged, rule.frame());
    }

    Rule rule() {
        return rule;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Undecided> undecided() {
        return undecided;
    }

    /// Whether `where` selects the document. Where it cannot be judged, the document is selected,
    /// and that is a finding.
    boolean isSelected() {
        Selection selection = rule.selection();
        Condition filter = selection == null ? null : selection.filter();
        if (filter == null) {
            return true;
        }
        Truth truth = evaluator.truth(filter);
        if (truth != Truth.OPEN) {
            return truth == Truth.HOLDS;
        }
        if (new Explainer(evaluator, null).isOnlyMissing(filter)) {
            return false;
        }
        add(new Explainer(evaluator, messages()).explainFilter(filter));
        return true;
    }

    void judge() {
        if (!findings.isEmpty() || !undecided.isEmpty()) {
            return;
        }
        if (evaluator.truth(rule.condition()) != Truth.HOLDS) {
            judged.budget().renew();
            add(new Explainer(evaluator, messages()).explain(rule.condition()));
            if (findings.isEmpty() && undecided.isEmpty()) {
                throw new IllegalStateException("no reason for a finding of " + rule.name());
            }
        }
    }

    void limit(String what) {
        findings.clear();
        undecided.clear();
        Site root = judged.subject().root();
        add(new Reason(Code.LIMIT, null, root, List.of(), "the rule was given up: " + what));
    }

    private @Nullable MessageMaker messages() {
        Rule.Message message = rule.message();
        return message == null ? null : new MessageMaker(message, evaluator);
    }

    private void add(List<Reason> reasons) {
        for (Reason reason : reasons) {
            String word = reason.word();
            if (word == null) {
                add(reason);
            } else {
                Undecided one =
                        new Undecided(
                                rule.name(),
                                rule.declared(),
                                reason.site().path().toString(),
                                reason.site().place(),
                                word,
                                reason.cause());
                if (!undecided.contains(one)) {
                    undecided.add(one);
                }
            }
        }
    }

    /// What a message of the rule's own does not tell: why the condition could not be judged.
    private static @Nullable String detail(Reason reason) {
        Value.Open open = reason.open();
        String text = open == null ? null : Reasons.text(open);
        return text == null || reason.message().contains(text) ? null : text;
    }

    private void add(Reason reason) {
        Site site = reason.site();
        List<Finding.Related> related = new ArrayList<>();
        for (Site other : reason.related()) {
            related.add(
                    new Finding.Related(
                            other.path().toString(),
                            other.place(),
                            other.subject().document().identity()));
        }
        Finding finding =
                new Finding(
                        rule.name(),
                        rule.declared(),
                        rule.action(),
                        rule.role(),
                        reason.message(),
                        site.subject().document().index(),
                        site.path().toString(),
                        site.place(),
                        judged.subject().document().identity(),
                        reason.code(),
                        detail(reason),
                        site.subject().isBefore() ? Finding.Side.BEFORE : Finding.Side.NOW,
                        Finding.State.NEW,
                        related);
        for (Finding known : findings) {
            if (known.path().equals(finding.path())
                    && known.place().equals(finding.place())
                    && known.message().equals(finding.message())) {
                return;
            }
        }
        findings.add(finding);
    }
}
