/// The port for transformations: what a script made of documents, node by node, and who is asked to
/// run it.
@NullMarked
package dev.brayer.stencil.transform;

import org.jspecify.annotations.NullMarked;
