/// One run per formation at a time, by a lock that dies with its process.
@NullMarked
package dev.brayer.pipeline.lock;

import org.jspecify.annotations.NullMarked;
