/// Writes the JSON of plans, snapshots and reports.
@NullMarked
package dev.brayer.pipeline.json;

import org.jspecify.annotations.NullMarked;
