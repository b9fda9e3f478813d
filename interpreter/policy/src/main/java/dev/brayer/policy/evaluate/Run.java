package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.Summary.Reason;
import dev.brayer.policy.Summary.Unmatched;
import dev.brayer.policy.Verdict;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.value.Subject;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rules on all documents, once.
public final class Run {
    private final Program program;
    private final Program.Index index;
    private final List<Document> documents;
    private final JudgeOptions options;
    private final Neighbours neighbours;
    private final Budget budget;
    private final Report report = new Report();
    private final IdentityHashMap<Rule, Progress> progress = new IdentityHashMap<>();

    /// What a rule met in the run so far.
    private static final class Progress {
        private boolean selected;
        private boolean withoutBefore;
        private boolean judged;
        private boolean met;
    }

    public Run(Program program, List<Document> documents, JudgeOptions options) {
        this.program = program;
        this.index = program.index();
        this.documents = documents;
        this.options = options;
        this.neighbours = new Neighbours(program.workloads(), documents, options.before());
        this.budget = new Budget(options);
        for (Rule rule : program.rules()) {
            progress.put(rule, new Progress());
        }
    }

    public Verdict judge() {
        for (Subject subject : neighbours.subjects()) {
            judge(subject, false);
        }
        if (anyRemoved()) {
            for (Subject subject : neighbours.removed()) {
                judge(subject, true);
            }
        }
        Set<Source> files = new HashSet<>();
        for (Document document : documents) {
            files.add(document.source());
        }
        return report.verdict(files.size(), documents.size(), program.rules().size(), unmatched());
    }

    private boolean anyRemoved() {
        for (Rule rule : program.rules()) {
            if (isOfRemoved(rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfRemoved(Rule rule) {
        Selection selection = rule.selection();
        return selection != null && selection.removed();
    }

    private void judge(Subject subject, boolean removed) {
        Judged judged = new Judged(program, neighbours, budget, subject, options);
        ResourceIdentity identity = subject.document().identity();
        String kind = identity.kind();
        List<Rule> byKind = kind == null ? List.of() : index.byKind().getOrDefault(kind, List.of());
        for (Rule rule : byKind) {
            if (isOfRemoved(rule) == removed && matches(rule, identity)) {
                judge(rule, judged);
            }
        }
        for (Rule rule : index.general()) {
            boolean object = rule.selection() == null || identity.isObject();
            if (isOfRemoved(rule) == removed && object) {
                judge(rule, judged);
            }
        }
    }

    private static boolean matches(Rule rule, ResourceIdentity identity) {
        String apiVersion = identity.apiVersion();
        String kind = identity.kind();
        Selection selection = rule.selection();
        if (selection == null || apiVersion == null || kind == null) {
            return false;
        }
        for (Selection.Kind selected : selection.kinds()) {
            if (selected.matches(apiVersion, kind)) {
                return true;
            }
        }
        return false;
    }

    private void judge(Rule rule, Judged judged) {
        Progress known = progressOf(rule);
        Judgement judgement = new Judgement(rule, judged);
        try {
            budget.renew();
            if (!judgement.isSelected()) {
                return;
            }
            known.selected = true;
            Observer observer = options.observer();
            if (observer != null) {
                observer.selected(rule);
            }
            if (rule.usesBefore() && !judged.hasBefore()) {
                known.withoutBefore = true;
                return;
            }
            judged.takeMet();
            judgement.judge();
            known.judged = true;
            known.met |= judged.takeMet() || !judgement.findings().isEmpty();
        } catch (Budget.Exhausted exhausted) {
            giveUp(judgement, known, exhausted.what());
        } catch (StackOverflowError tooDeep) {
            // The depth is limited, but the caller may have left less stack than that takes.
            giveUp(judgement, known, "it nests too deep");
        }
        report.add(judgement);
    }

    private static void giveUp(Judgement judgement, Progress known, String what) {
        known.selected = true;
        known.judged = true;
        known.met = true;
        judgement.limit(what);
    }

    private Progress progressOf(Rule rule) {
        return progress.computeIfAbsent(rule, ignored -> new Progress());
    }

    private List<Unmatched> unmatched() {
        List<Unmatched> unmatched = new ArrayList<>();
        for (Rule rule : program.rules()) {
            Reason reason = reason(rule, progressOf(rule));
            if (reason != null) {
                unmatched.add(new Unmatched(rule.name(), rule.declared(), reason));
            }
        }
        return unmatched;
    }

    private @Nullable Reason reason(Rule rule, Progress known) {
        if (!known.selected) {
            return isOfRemoved(rule) && !neighbours.knowsBefore() ? Reason.BEFORE : Reason.SELECTOR;
        }
        if (!known.judged) {
            return known.withoutBefore ? Reason.BEFORE : Reason.SELECTOR;
        }
        if (known.met || !(rule.fetches() || rule.quantifies())) {
            return null;
        }
        return rule.fetches() ? Reason.FETCH : Reason.EMPTY;
    }
}
