/// What a careful reader would remark on a policy that is right: a class for each remark, with its
/// code, an example and, where it is safe, a fix.
@NullMarked
package dev.brayer.policy.lint;

import org.jspecify.annotations.NullMarked;
