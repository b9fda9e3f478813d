/// Projects and what can be done with them: check, plan, run, history, difference, rollback.
@NullMarked
package dev.brayer.pipeline;

import org.jspecify.annotations.NullMarked;
