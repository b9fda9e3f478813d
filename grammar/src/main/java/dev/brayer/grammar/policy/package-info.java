/// The policy language: parser, diagnostics and formatter. ANTLR stays within this package.
@NullMarked
package dev.brayer.grammar.policy;

import org.jspecify.annotations.NullMarked;
