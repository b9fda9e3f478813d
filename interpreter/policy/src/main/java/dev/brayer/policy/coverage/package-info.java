/// Which parts of policies tests exercise.
@NullMarked
package dev.brayer.policy.coverage;

import org.jspecify.annotations.NullMarked;
