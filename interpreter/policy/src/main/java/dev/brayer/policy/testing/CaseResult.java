package dev.brayer.policy.testing;

import dev.brayer.text.Place;
import java.util.List;

/// What one case came to.
///
/// @param name unique within its suite
/// @param place of the case
/// @param broken whether it could not be run; the diagnostics of the suite say why
/// @param differences from what it expects; empty when it passed
public record CaseResult(String name, Place place, boolean broken, List<Difference> differences) {
    public CaseResult {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return !broken && differences.isEmpty();
    }
}
