@NullMarked
package dev.brayer.policy.value;

import org.jspecify.annotations.NullMarked;
