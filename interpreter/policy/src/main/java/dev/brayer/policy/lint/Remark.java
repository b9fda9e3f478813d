package dev.brayer.policy.lint;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is remarked, and where.
///
/// @param hint what to write instead
/// @param fix edits that do so without changing what the policy finds; empty where a person has to
///   decide
public record Remark(
        Lint lint, Place place, String message, @Nullable String hint, List<Edit> fix) {
    public Remark {
        fix = List.copyOf(fix);
    }

    public Diagnostic diagnostic() {
        return Diagnostic.warning(lint, place, message).withHint(hint);
    }
}
