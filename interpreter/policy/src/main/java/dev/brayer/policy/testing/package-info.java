/// Tests of policies: `test` blocks, folders of good and bad manifests, and what they never
/// exercised.
@NullMarked
package dev.brayer.policy.testing;

import org.jspecify.annotations.NullMarked;
