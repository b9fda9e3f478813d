/// What a run tells while it goes on, and how it is asked to stop.
@NullMarked
package dev.brayer.pipeline.event;

import org.jspecify.annotations.NullMarked;
