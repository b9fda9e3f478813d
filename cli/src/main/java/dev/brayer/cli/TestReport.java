package dev.brayer.cli;

import dev.brayer.policy.coverage.FileCoverage;
import dev.brayer.policy.testing.CaseResult;
import dev.brayer.policy.testing.SuiteResult;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the tests of policies came to, before it takes the shape of a format.
///
/// @param diagnostics each once: suites share policies
/// @param untested rules of which no test expects anything
/// @param coverage `null` where it was not asked for
/// @param detailed whether people want to see what was not exercised, and not only how much was
record TestReport(
        List<SuiteResult> suites,
        List<Diagnostic> diagnostics,
        List<Place> untested,
        @Nullable List<FileCoverage> coverage,
        boolean detailed) {
    TestReport {
        suites = List.copyOf(suites);
        diagnostics = List.copyOf(diagnostics);
        untested = List.copyOf(untested);
        coverage = coverage == null ? null : List.copyOf(coverage);
    }

    Outcome outcome() {
        Outcome outcome = failed() > 0 ? Outcome.FINDINGS : Outcome.SUCCESS;
        return outcome.and(Diagnostics.outcome(diagnostics));
    }

    int passed() {
        int count = 0;
        for (SuiteResult suite : suites) {
            for (CaseResult one : suite.cases()) {
                count += one.passed() ? 1 : 0;
            }
        }
        return count;
    }

    int failed() {
        int count = 0;
        for (SuiteResult suite : suites) {
            for (CaseResult one : suite.cases()) {
                count += one.passed() || one.broken() ? 0 : 1;
            }
        }
        return count;
    }

    int broken() {
        int count = 0;
        for (SuiteResult suite : suites) {
            for (CaseResult one : suite.cases()) {
                count += one.broken() ? 1 : 0;
            }
        }
        return count;
    }

    /// The share of all sides that the tests saw.
    static int percent(List<FileCoverage> coverage) {
        int seen = 0;
        int possible = 0;
        for (FileCoverage file : coverage) {
            seen += file.seen();
            possible += file.possible();
        }
        return FileCoverage.percent(seen, possible);
    }
}
