package dev.brayer.policy.testing;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.util.List;

/// What the tests of a suite came to.
///
/// @param diagnostics what is wrong with the policies and the tests themselves
/// @param rules the rules of the policies, where they are declared
/// @param tested the same, of those rules only that a test expects something of
public record SuiteResult(
        String name,
        List<CaseResult> cases,
        List<Diagnostic> diagnostics,
        List<Place> rules,
        List<Place> tested) {
    public SuiteResult {
        cases = List.copyOf(cases);
        diagnostics = List.copyOf(diagnostics);
        rules = List.copyOf(rules);
        tested = List.copyOf(tested);
    }
}
