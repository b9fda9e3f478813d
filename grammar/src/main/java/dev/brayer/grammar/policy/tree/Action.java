package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;

/// What a finding of a rule does.
public sealed interface Action extends Node {
    /// `ensure`: it fails the run.
    record Ensure(Span span) implements Action {}

    /// `warn`: it is only reported.
    record Warn(Span span) implements Action {}

    /// `signoff(:role)`: somebody of that role has to agree.
    record Signoff(Span span, Name role) implements Action {}
}
