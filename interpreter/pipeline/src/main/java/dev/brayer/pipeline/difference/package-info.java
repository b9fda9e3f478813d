/// Compares two states of a formation: object by object, field by field, line by line.
@NullMarked
package dev.brayer.pipeline.difference;

import org.jspecify.annotations.NullMarked;
