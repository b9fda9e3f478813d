/// The port for policies in JavaScript: what is asked of whoever can run them, and how their
/// findings join those of rules.
@NullMarked
package dev.brayer.policy.script;

import org.jspecify.annotations.NullMarked;
