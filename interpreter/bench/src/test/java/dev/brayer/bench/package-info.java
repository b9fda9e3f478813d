@NullMarked
package dev.brayer.bench;

import org.jspecify.annotations.NullMarked;
