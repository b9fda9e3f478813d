/// Stencils: plain Kubernetes files with single-word holes, filled for one destination.
///
/// A [dev.brayer.stencil.Formation] says which stencils are rendered and where each word's value
/// comes from; [dev.brayer.stencil.Renderer] fills them as trees, never as text, and keeps for
/// every range of the output where it was written and where its value came from.
@NullMarked
package dev.brayer.stencil;

import org.jspecify.annotations.NullMarked;
