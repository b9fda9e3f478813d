/// Policies: loaded and checked once, then used to judge documents.
///
/// ```text
/// PolicyLoader.load(sources)            → LoadedPolicies: CheckedPolicies, diagnostics
/// Judge.judge(CheckedPolicies, documents) → Verdict: findings, summary, diagnostics
/// ```
///
/// Only [CheckedPolicies] can judge, and only a policy without errors becomes one.
@NullMarked
package dev.brayer.policy;

import org.jspecify.annotations.NullMarked;
