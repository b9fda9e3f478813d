/// Functions and attributes, each declared once: names, types, documentation, an example that is
/// run, implementation.
@NullMarked
package dev.brayer.policy.builtin;

import org.jspecify.annotations.NullMarked;
