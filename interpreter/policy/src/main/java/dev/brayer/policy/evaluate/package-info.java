/// Judging: conditions on documents, and what to say where one does not hold.
@NullMarked
package dev.brayer.policy.evaluate;

import org.jspecify.annotations.NullMarked;
