/// Reading formation files: keys, declarations of words, `extends`.
@NullMarked
package dev.brayer.stencil.formation;

import org.jspecify.annotations.NullMarked;
