package dev.brayer.pipeline;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan, a run or a rollback came to.
///
/// @param tag the deployment tag, empty when it did not get that far
/// @param plan what was, or would have been, applied; `null` when it could not be made
/// @param formations what was rendered and judged
/// @param diagnostics everything that was told on the way
/// @param interrupted whether it was asked to stop and did
public record RunReport(
        String tag,
        Outcome outcome,
        @Nullable Plan plan,
        List<CheckedFormation> formations,
        List<Diagnostic> diagnostics,
        boolean interrupted) {
    public RunReport {
        formations = List.copyOf(formations);
        diagnostics = List.copyOf(diagnostics);
    }
}
