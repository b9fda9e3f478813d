/// What is well formed and yet cannot be meant: rules that say nothing about documents, parts that
/// are written twice, names that nobody uses. One validator is one file; each only warns.
///
/// Validators look at the syntax tree, not at the program: what a parameter is set to today makes
/// no rule senseless.
@NullMarked
package dev.brayer.policy.validate;

import org.jspecify.annotations.NullMarked;
