/// Reference pages of policies.
@NullMarked
package dev.brayer.policy.docs;

import org.jspecify.annotations.NullMarked;
