/// Reads what a run needs to know of the git work tree around a project, straight from the files
/// below `.git`.
@NullMarked
package dev.brayer.pipeline.git;

import org.jspecify.annotations.NullMarked;
