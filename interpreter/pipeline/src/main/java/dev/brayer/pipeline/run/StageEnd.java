package dev.brayer.pipeline.run;

import dev.brayer.pipeline.event.StageResult;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.List;

/// How one attempt of a stage ended.
///
/// @param outcome what it means for the command: a stage that checks may fail by findings alone
/// @param reason why it did not succeed, as a phrase; empty when it did
public record StageEnd(
        StageResult result, Outcome outcome, String reason, List<Diagnostic> diagnostics) {
    /// All is well.
    public static final StageEnd SUCCEEDED =
            new StageEnd(StageResult.SUCCEEDED, Outcome.SUCCESS, "", List.of());

    public StageEnd {
        diagnostics = List.copyOf(diagnostics);
    }

    /// A failure that diagnostics explain.
    public static StageEnd failed(String reason, List<Diagnostic> diagnostics) {
        return new StageEnd(
                StageResult.FAILED, Diagnostics.outcome(diagnostics), reason, diagnostics);
    }

    /// A failure by what policies found.
    public static StageEnd findings() {
        return new StageEnd(
                StageResult.FAILED, Outcome.FINDINGS, "policies are not met", List.of());
    }

    /// It was asked to stop by a person or the system.
    public static StageEnd interrupted() {
        return new StageEnd(
                StageResult.INTERRUPTED, Outcome.SUCCESS, "the run was interrupted", List.of());
    }

    public boolean succeeded() {
        return result == StageResult.SUCCEEDED;
    }
}
