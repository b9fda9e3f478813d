package dev.brayer.policy;

import dev.brayer.text.Diagnostic;
import java.util.List;

/// What judging gave.
///
/// @param findings ordered by file, document, start and rule
/// @param diagnostics warnings that came up while judging; errors of policies came up when they
///   were loaded
public record Verdict(List<Finding> findings, Summary summary, List<Diagnostic> diagnostics) {
    public Verdict {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
    }

    /// Whether an `ensure` rule found something that nobody waived.
    public boolean fails() {
        for (Finding finding : findings) {
            if (finding.action() == Finding.Action.ENSURE
                    && finding.state() != Finding.State.WAIVED) {
                return true;
            }
        }
        return false;
    }
}
