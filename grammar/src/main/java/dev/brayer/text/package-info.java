/// Text that people wrote, and how to speak about a place in it.
///
/// Everything that brayer reads becomes a [dev.brayer.text.Source]; everything that it says about a
/// file points at a [dev.brayer.text.Place]. Offsets are kept, lines and columns are computed where
/// something is shown.
@NullMarked
package dev.brayer.text;

import org.jspecify.annotations.NullMarked;
