/// The plan of a run: everything that it will touch, known before it touches anything.
@NullMarked
package dev.brayer.pipeline.plan;

import org.jspecify.annotations.NullMarked;
