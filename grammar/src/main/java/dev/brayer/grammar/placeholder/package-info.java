/// Placeholders: `${word}` holes in stencils. ANTLR stays within this package.
@NullMarked
package dev.brayer.grammar.placeholder;

import org.jspecify.annotations.NullMarked;
