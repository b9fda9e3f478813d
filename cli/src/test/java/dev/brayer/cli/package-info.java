@NullMarked
package dev.brayer.cli;

import org.jspecify.annotations.NullMarked;
