/// Rendering a formation: its words get their values, its stencils are filled and stamped.
@NullMarked
package dev.brayer.stencil.render;

import org.jspecify.annotations.NullMarked;
