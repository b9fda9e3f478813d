/// The policies that come with brayer.
@NullMarked
package dev.brayer.policy.standard;

import org.jspecify.annotations.NullMarked;
