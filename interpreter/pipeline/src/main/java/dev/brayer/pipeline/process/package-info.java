/// Runs the shell commands of stages, with all their descendants under control.
@NullMarked
package dev.brayer.pipeline.process;

import org.jspecify.annotations.NullMarked;
