package dev.brayer.cli;

import dev.brayer.policy.Summary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The summaries of all formations as one: what is counted per document is added up, a rule counts
/// once. What was not judged stays apart for each formation: a rule that judged something in one is
/// silent in another all the same.
record Totals(
        int files,
        int documents,
        int rules,
        int passed,
        int failed,
        int warned,
        int signoffs,
        List<Unmatched> unmatched,
        List<Undecided> undecided) {
    /// @param formation null for plain manifests
    record Unmatched(@Nullable String formation, Summary.Unmatched rule) {}

    /// @param formation null for plain manifests
    record Undecided(@Nullable String formation, Summary.Undecided rule) {}

    static Totals of(Report report) {
        int files = 0;
        int documents = 0;
        int rules = 0;
        int passed = 0;
        int failed = 0;
        int warned = 0;
        int signoffs = 0;
        List<Unmatched> unmatched = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        for (Report.Judgement judgement : report.judgements()) {
            Summary summary = judgement.verdict().summary();
            files += summary.files();
            documents += summary.documents();
            rules = Math.max(rules, summary.rules());
            passed += summary.passed();
            failed += summary.failed();
            warned += summary.warned();
            signoffs += summary.signoffs();
            String formation = judgement.formation();
            for (Summary.Unmatched rule : summary.unmatched()) {
                unmatched.add(new Unmatched(formation, rule));
            }
            for (Summary.Undecided rule : summary.undecided()) {
                undecided.add(new Undecided(formation, rule));
            }
        }
        return new Totals(
                files, documents, rules, passed, failed, warned, signoffs, unmatched, undecided);
    }
}
