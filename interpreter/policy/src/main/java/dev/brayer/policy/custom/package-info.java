/// Kinds that a cluster learns from custom resource definitions: what their documents say, as the
/// schemas that the checker knows for Kubernetes' own kinds.
///
/// A schema is looked through once, for mistakes and for its size, and read when somebody asks for
/// a field; most of a large definition is never asked for.
@NullMarked
package dev.brayer.policy.custom;

import org.jspecify.annotations.NullMarked;
