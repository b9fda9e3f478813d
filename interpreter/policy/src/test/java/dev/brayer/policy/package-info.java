@NullMarked
package dev.brayer.policy;

import org.jspecify.annotations.NullMarked;
