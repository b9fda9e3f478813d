/// What the checker knows of a value before a document is there.
@NullMarked
package dev.brayer.policy.type;

import org.jspecify.annotations.NullMarked;
