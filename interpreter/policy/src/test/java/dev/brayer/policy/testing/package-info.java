@NullMarked
package dev.brayer.policy.testing;

import org.jspecify.annotations.NullMarked;
