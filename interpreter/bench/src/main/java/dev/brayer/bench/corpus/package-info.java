/// Manifests as clusters have them, as many as are wanted, the same for the same seed.
@NullMarked
package dev.brayer.bench.corpus;

import org.jspecify.annotations.NullMarked;
