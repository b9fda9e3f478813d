package dev.brayer.policy.evaluate;

import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.value.Subject;
import org.jspecify.annotations.Nullable;

/// Judges one document after the other by all rules, in one thread.
final class RuleRunner {
    private final Program program;
    private final RuleIndex index;
    private final Neighbours neighbours;
    private final @Nullable Joins joins;
    private final Budget budget;
    private final Tally tally;
    private final @Nullable Observer observer;

    RuleRunner(
            Program program,
            RuleIndex index,
            Neighbours neighbours,
            @Nullable Joins joins,
            JudgeOptions options) {
        this.program = program;
        this.index = index;
        this.neighbours = neighbours;
        this.joins = joins;
        this.budget = new Budget(options);
        this.observer = options.observer();
        this.tally = new Tally(program.rules().size());
    }

    Tally tally() {
        return tally;
    }

    /// @param removed whether only rules of objects that are gone judge it
    void judge(Subject subject, boolean removed) {
        Judged judged =
                new Judged(program, neighbours, joins, budget, subject, tally::print, observer);
        ResourceIdentity identity = subject.document().identity();
        for (RuleIndex.Numbered rule : index.of(identity)) {
            if (rule.isOfRemoved() == removed) {
                judge(rule, judged);
            }
        }
        for (RuleIndex.Numbered rule : index.general()) {
            boolean object = rule.rule().selection() == null || identity.isObject();
            if (rule.isOfRemoved() == removed && object) {
                judge(rule, judged);
            }
        }
    }

    private void judge(RuleIndex.Numbered numbered, Judged judged) {
        Rule rule = numbered.rule();
        int number = numbered.number();
        Judgement judgement = new Judgement(rule, judged);
        try {
            budget.renew();
            if (!judgement.isSelected()) {
                return;
            }
            tally.meet(number, Tally.Met.SELECTED);
            if (observer != null) {
                observer.selected(rule);
            }
            if (rule.usesBefore() && !judged.hasBefore()) {
                tally.meet(number, Tally.Met.WITHOUT_BEFORE);
                return;
            }
            judged.takeMet();
            judgement.judge();
            tally.meet(number, Tally.Met.JUDGED);
            if (judged.takeMet() || !judgement.findings().isEmpty()) {
                tally.meet(number, Tally.Met.ELEMENT);
            }
        } catch (Budget.Exhausted exhausted) {
            giveUp(judgement, number, exhausted.what());
        } catch (StackOverflowError tooDeep) {
            // The depth is limited, but the caller may have left less stack than that takes.
            giveUp(judgement, number, "it nests too deep");
        }
        tally.add(judgement);
    }

    private void giveUp(Judgement judgement, int number, String what) {
        tally.meet(number, Tally.Met.SELECTED);
        tally.meet(number, Tally.Met.JUDGED);
        tally.meet(number, Tally.Met.ELEMENT);
        judgement.limit(what);
    }
}
