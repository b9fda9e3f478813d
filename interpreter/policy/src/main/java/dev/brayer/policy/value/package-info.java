/// What an expression of the policy language can give: values that remember the nodes they were
/// made from.
@NullMarked
package dev.brayer.policy.value;

import org.jspecify.annotations.NullMarked;
