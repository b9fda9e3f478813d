/// Where a formation's files go: computed first, then written whole or not at all.
@NullMarked
package dev.brayer.pipeline.destination;

import org.jspecify.annotations.NullMarked;
