/// What brayer and the process that runs scripts say to each other, and how it is written down.
@NullMarked
package dev.brayer.script.wire;

import org.jspecify.annotations.NullMarked;
