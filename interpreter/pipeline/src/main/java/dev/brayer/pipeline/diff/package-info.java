/// What differs between two states of a formation, object by object and field by field.
@NullMarked
package dev.brayer.pipeline.diff;

import org.jspecify.annotations.NullMarked;
