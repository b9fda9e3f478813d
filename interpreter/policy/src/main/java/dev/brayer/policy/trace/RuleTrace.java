package dev.brayer.policy.trace;

import dev.brayer.document.Document;
import dev.brayer.policy.value.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule on a document, step by step.
///
/// @param filter the `where` of the selector, or `null`
/// @param selected whether the document is judged; `false` also where it has no previous version
///   and the rule needs one
/// @param condition the body; `null` where the document is not judged or a limit was reached
/// @param limit which limit was reached, or `null`
public record RuleTrace(
        Document document,
        @Nullable Step filter,
        boolean selected,
        @Nullable Truth truth,
        @Nullable Step condition,
        @Nullable String limit) {

    /// What an expression gave for a document.
    ///
    /// @param truth `null` for what is no condition
    /// @param reasons why a condition does not hold
    /// @param limit which limit was reached, or `null`; then the value is missing
    public record Answer(
            Document document,
            Shown value,
            @Nullable Truth truth,
            List<Reason> reasons,
            @Nullable String limit) {
        public Answer {
            reasons = List.copyOf(reasons);
        }
    }

    /// Why a condition does not hold.
    public record Reason(String message, Carried at) {}
}
