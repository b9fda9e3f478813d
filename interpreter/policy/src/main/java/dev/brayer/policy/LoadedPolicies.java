package dev.brayer.policy;

import dev.brayer.text.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What loading gave: the policies, unless one of them has an error.
public final class LoadedPolicies {
    private final @Nullable CheckedPolicies policies;
    private final List<Diagnostic> diagnostics;
    private final List<Diagnostic> hints;

    LoadedPolicies(
            @Nullable CheckedPolicies policies,
            List<Diagnostic> diagnostics,
            List<Diagnostic> hints) {
        this.policies = policies;
        this.diagnostics = List.copyOf(diagnostics);
        this.hints = List.copyOf(hints);
    }

    /// Empty if any policy has an error: half the rules would be a silent pass.
    public Optional<CheckedPolicies> policies() {
        return Optional.ofNullable(policies);
    }

    /// Errors and warnings, in the order of the files.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /// What is worth a thought while a policy is written, in the order of the files: for `lint` and
    /// editors, not for every check.
    public List<Diagnostic> hints() {
        return hints;
    }
}
