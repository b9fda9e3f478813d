package dev.brayer.policy;

import dev.brayer.text.Place;
import java.util.List;

/// What one case of a `test` gave.
///
/// @param rule the rule that is tested
/// @param place of the case
/// @param problems what differs from what is expected; empty when the case passed
public record PolicyTestResult(String rule, Place place, List<String> problems) {
    public PolicyTestResult {
        problems = List.copyOf(problems);
    }

    public boolean passed() {
        return problems.isEmpty();
    }
}
