/// Runs stages: in the order of their needs, in parallel where that allows, with limits, retries
/// and probes.
@NullMarked
package dev.brayer.pipeline.run;

import org.jspecify.annotations.NullMarked;
