package dev.brayer.policy.testing;

import dev.brayer.policy.Finding;
import dev.brayer.policy.Summary;
import dev.brayer.text.Place;
import org.jspecify.annotations.Nullable;

/// One way in which a test does not get what it expects.
public sealed interface Difference {
    /// A finding that is like an expected one, and is not the same.
    ///
    /// @param hint "did you mean", where the two are nearly equal
    record Other(Expected expected, Finding found, @Nullable String hint) implements Difference {}

    /// An expected finding that was not found.
    record NotFound(Expected expected) implements Difference {}

    /// A finding that the test does not list.
    record NotExpected(Finding found) implements Difference {}

    /// The rule was to skip the input and judged it.
    record Judged(String rule) implements Difference {}

    /// No rule judged the input, so it shows nothing.
    ///
    /// @param reason why, for a test of one rule
    record Skipped(Summary.@Nullable Reason reason) implements Difference {}

    /// Something depends on a word that has no value.
    record Undecided(String rule, String path, String word, Place place) implements Difference {}

    /// A manifest in `bad/` without any finding, expected or found.
    record NothingFound() implements Difference {}
}
