package dev.brayer.policy.evaluate;

import dev.brayer.policy.Finding.Code;
import dev.brayer.policy.Summary;
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
    /// The word on which it depends and that cannot be known, or null when it is decided.
    @Nullable String word() {
        return switch (open) {
            case Value.Unfilled(String word, _) -> word;
            case Value.Secret(String word, _, boolean undecided) -> undecided ? word : null;
            case Value.Missing _, Value.Wrong _ -> null;
            case null -> null;
        };
    }

    /// Why the word cannot be known.
    Summary.Undecided.Cause cause() {
        return open instanceof Value.Secret
                ? Summary.Undecided.Cause.SECRET
                : Summary.Undecided.Cause.UNFILLED;
    }
}
