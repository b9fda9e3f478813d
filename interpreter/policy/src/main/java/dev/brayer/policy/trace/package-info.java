/// What single expressions gave, for people who ask why a rule says what it says.
@NullMarked
package dev.brayer.policy.trace;

import org.jspecify.annotations.NullMarked;
