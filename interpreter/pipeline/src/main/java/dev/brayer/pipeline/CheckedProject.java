package dev.brayer.pipeline;

import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.List;

/// What checking (or rendering) a project came to.
///
/// @param diagnostics everything that is wrong or doubtful beside the findings of rules, each once
public record CheckedProject(List<CheckedFormation> formations, List<Diagnostic> diagnostics) {
    public CheckedProject {
        formations = List.copyOf(formations);
        diagnostics = List.copyOf(diagnostics);
    }

    /// The outcome at fail level `ensure`.
    public Outcome outcome() {
        Outcome outcome = Diagnostics.outcome(diagnostics);
        for (CheckedFormation formation : formations) {
            Verdict verdict = formation.verdict();
            if (verdict != null && verdict.fails()) {
                outcome = outcome.and(Outcome.FINDINGS);
            }
        }
        return outcome;
    }
}
