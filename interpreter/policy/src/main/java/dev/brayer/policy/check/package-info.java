/// From the syntax tree to the program: names, types, literals and selectors are checked before
/// anything runs.
@NullMarked
package dev.brayer.policy.check;

import org.jspecify.annotations.NullMarked;
