package dev.brayer.grammar.policy.tree;

import dev.brayer.text.Span;
import org.jspecify.annotations.Nullable;

/// One entry of a selector's list.
public sealed interface Target extends Node {
    /// `workload`: everything that has pods.
    record Workload(Span span) implements Target {}

    /// `any`: every object.
    record Any(Span span) implements Target {}

    /// `Service`, `apps/v1 Deployment`, `v1 Pod`, `cert-manager.io Certificate`.
    ///
    /// @param apiVersion group and version, a core version, or a group alone, without quotes;
    ///   `null` for a bare kind
    record Kind(Span span, @Nullable Name apiVersion, Name kind) implements Target {}
}
