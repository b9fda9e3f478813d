/// What a checked policy is: few and sealed shapes without names to look up, made by the checker
/// only.
@NullMarked
package dev.brayer.policy.ir;

import org.jspecify.annotations.NullMarked;
