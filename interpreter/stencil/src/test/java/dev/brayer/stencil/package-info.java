@NullMarked
package dev.brayer.stencil;

import org.jspecify.annotations.NullMarked;
