/// What stands in `pipeline.yml`: images, formations, stages and their limits.
@NullMarked
package dev.brayer.pipeline.model;

import org.jspecify.annotations.NullMarked;
