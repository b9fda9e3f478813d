/// Exact numbers.
@NullMarked
package dev.brayer.number;

import org.jspecify.annotations.NullMarked;
