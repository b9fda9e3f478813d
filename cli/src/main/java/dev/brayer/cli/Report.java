package dev.brayer.cli;

import dev.brayer.policy.Finding;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a command found, before it takes the shape of a format.
///
/// @param judgements what was judged, a formation after the other
/// @param diagnostics what is wrong or doubtful in the files and the call, the warnings of the
///   verdicts included
/// @param outcome how the command ends as far as this report decides
record Report(List<Judgement> judgements, List<Diagnostic> diagnostics, Outcome outcome) {

    /// One verdict.
    ///
    /// @param formation the formation whose rendered files were judged; `null` for files that are
    ///   judged as they are
    record Judgement(@Nullable String formation, Verdict verdict) {}

    Report {
        judgements = List.copyOf(judgements);
        diagnostics = List.copyOf(diagnostics);
    }

    static Report ofDiagnostics(List<Diagnostic> diagnostics) {
        return new Report(List.of(), diagnostics, Diagnostics.outcome(diagnostics));
    }

    /// @param warningsFail whether a finding of a `warn` rule counts for the exit code
    static Report of(
            List<Judgement> judgements, List<Diagnostic> diagnostics, boolean warningsFail) {
        Outcome outcome = Outcome.SUCCESS;
        for (Judgement judgement : judgements) {
            for (Finding finding : judgement.verdict().findings()) {
                outcome = outcome.and(outcome(finding, warningsFail));
            }
        }
        return new Report(judgements, diagnostics, outcome.and(Diagnostics.outcome(diagnostics)));
    }

    private static Outcome outcome(Finding finding, boolean warningsFail) {
        if (finding.state() != Finding.State.NEW) {
            return Outcome.SUCCESS;
        }
        return switch (finding.action()) {
            case ENSURE -> Outcome.FINDINGS;
            case WARN -> warningsFail ? Outcome.FINDINGS : Outcome.SUCCESS;
            case SIGNOFF -> Outcome.SIGNOFF_MISSING;
        };
    }

    /// The same, ending as `other` whatever was found.
    Report endingAs(Outcome other) {
        return new Report(judgements, diagnostics, other);
    }

    /// The same, ending at least as badly as `other`.
    Report and(Outcome other) {
        return new Report(judgements, diagnostics, outcome.and(other));
    }
}
