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
        String kind = identity.kind();
        if (kind != null) {
            for (RuleIndex.Numbered rule : index.ofKind(kind)) {
                if (rule.isOfRemoved() == removed && RuleIndex.selects(rule.rule(), identity)) {
                    judge(rule, judged);
                }
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
        Tally.Met met = tally.met(numbered.number());
        Judgement judgement = new Judgement(rule, judged);
        try {
            budget.renew();
            if (!judgement.isSelected()) {
                return;
            }
            met.selected = true;
            if (observer != null) {
                observer.selected(rule);
            }
            if (rule.usesBefore() && !judged.hasBefore()) {
                met.withoutBefore = true;
                return;
            }
            judged.takeMet();
            judgement.judge();
            met.judged = true;
            met.element |= judged.takeMet() || !judgement.findings().isEmpty();
        } catch (Budget.Exhausted exhausted) {
            giveUp(judgement, met, exhausted.what());
        } catch (StackOverflowError tooDeep) {
            // The depth is limited, but the caller may have left less stack than that takes.
            giveUp(judgement, met, "it nests too deep");
        }
        tally.add(judgement);
    }

    private static void giveUp(Judgement judgement, Tally.Met met, String what) {
        met.selected = true;
        met.judged = true;
        met.element = true;
        judgement.limit(what);
    }
}
