/// Typed access to the project's own files: pipeline, formations, waivers.
@NullMarked
package dev.brayer.document.fields;

import org.jspecify.annotations.NullMarked;
