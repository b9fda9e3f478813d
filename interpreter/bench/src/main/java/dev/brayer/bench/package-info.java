/// Benchmarks. `README.md` of this module says how to run them and what they gave.
@NullMarked
package dev.brayer.bench;

import org.jspecify.annotations.NullMarked;
