package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Gathers what the judgements gave.
final class Report {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Summary.Undecided> undecided = new ArrayList<>();
    private int passed;
    private int failed;
    private int warned;
    private int signoffs;

    void add(Judgement judgement) {
        findings.addAll(judgement.findings());
        undecided.addAll(judgement.undecided());
        if (judgement.findings().isEmpty()) {
            passed += judgement.undecided().isEmpty() ? 1 : 0;
            return;
        }
        switch (judgement.rule().action()) {
            case ENSURE -> failed++;
            case WARN -> warned++;
            case SIGNOFF -> signoffs++;
        }
    }

    Verdict verdict(int files, int documents, int rules, List<Summary.Unmatched> unmatched) {
        findings.sort(Report::order);
        Summary summary =
                new Summary(
                        files, documents, rules, passed, failed, warned, signoffs, unmatched,
                        undecided);
        return new Verdict(findings, summary, List.of());
    }

    /// File, document, start, rule.
    private static int order(Finding left, Finding right) {
        int order = left.place().source().name().compareTo(right.place().source().name());
        order =
                order != 0
                        ? order
                        : Integer.compare(left.document().index(), right.document().index());
        order =
                order != 0
                        ? order
                        : Integer.compare(
                                left.place().span().start(), right.place().span().start());
        return order != 0 ? order : left.rule().compareTo(right.rule());
    }
}
