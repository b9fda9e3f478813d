@NullMarked
package dev.brayer.stencil.render;

import org.jspecify.annotations.NullMarked;
