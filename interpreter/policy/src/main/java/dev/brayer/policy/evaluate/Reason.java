package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a condition does not hold.
///
/// @param open the value that leaves it open; null for a condition that fails
/// @param site the node that is to blame
/// @param related the other nodes that the condition was made of
/// @param message what the finding says
record Reason(Code code, Value.@Nullable Open open, Site site, List<Site> related, String message) {
    /// The word without a value on which it depends, or null when it is decided.
    @Nullable String word() {
        return open instanceof Value.Unfilled(String word, _) ? word : null;
    }
}
