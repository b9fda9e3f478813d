/// The stamp: what every object gets in its top-level metadata, and nowhere else.
@NullMarked
package dev.brayer.stencil.stamp;

import org.jspecify.annotations.NullMarked;
