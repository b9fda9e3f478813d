/// Snapshots of deployments in a bare git repository; the only package that loads JGit.
@NullMarked
package dev.brayer.pipeline.snapshot;

import org.jspecify.annotations.NullMarked;
