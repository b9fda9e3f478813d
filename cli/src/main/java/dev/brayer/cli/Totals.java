package dev.brayer.cli;

import dev.brayer.policy.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The summaries of all formations as one.
///
/// What is counted per document is added up; a rule counts once, and judged nothing only if it did
/// so wherever it was asked.
record Totals(
        int files,
        int documents,
        int rules,
        int passed,
        int failed,
        int warned,
        int signoffs,
        List<Summary.Unmatched> unmatched,
        List<Summary.Undecided> undecided) {

    static Totals of(Report report) {
        int files = 0;
        int documents = 0;
        int rules = 0;
        int passed = 0;
        int failed = 0;
        int warned = 0;
        int signoffs = 0;
        List<Summary.Undecided> undecided = new ArrayList<>();
        for (Report.Judgement judgement : report.judgements()) {
            Summary summary = judgement.verdict().summary();
            files += summary.files();
            documents += summary.documents();
            rules = Math.max(rules, summary.rules());
            passed += summary.passed();
            failed += summary.failed();
            warned += summary.warned();
            signoffs += summary.signoffs();
            undecided.addAll(summary.undecided());
        }
        return new Totals(
                files,
                documents,
                rules,
                passed,
                failed,
                warned,
                signoffs,
                unmatched(report.judgements()),
                undecided);
    }

    /// The rules that every formation left unmatched.
    private static List<Summary.Unmatched> unmatched(List<Report.Judgement> judgements) {
        if (judgements.size() == 1) {
            return judgements.getFirst().verdict().summary().unmatched();
        }
        Map<String, Integer> times = new HashMap<>();
        List<Summary.Unmatched> first = new ArrayList<>();
        for (Report.Judgement judgement : judgements) {
            for (Summary.Unmatched unmatched : judgement.verdict().summary().unmatched()) {
                if (times.merge(key(unmatched), 1, Integer::sum) == 1) {
                    first.add(unmatched);
                }
            }
        }
        first.removeIf(unmatched -> times.getOrDefault(key(unmatched), 0) < judgements.size());
        return first;
    }

    private static String key(Summary.Unmatched unmatched) {
        return unmatched.declared() + " " + unmatched.rule();
    }
}
