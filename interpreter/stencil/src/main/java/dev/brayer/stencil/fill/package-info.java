/// Filling holes: a stencil is read as a tree with its holes masked, the tree says what belongs
/// where, and the text is then changed at exact offsets only. What comes out is read again and
/// compared with the filled tree.
@NullMarked
package dev.brayer.stencil.fill;

import org.jspecify.annotations.NullMarked;
