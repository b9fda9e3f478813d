@NullMarked
package dev.brayer.stencil.fill;

import org.jspecify.annotations.NullMarked;
