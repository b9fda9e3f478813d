package dev.brayer.policy;

import dev.brayer.document.ResourceIdentity;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a rule found, at the node that failed.
///
/// @param rule the name of the rule
/// @param declared where the rule is declared; the name of its source is the policy in reports
/// @param action what the finding does
/// @param role who has to agree, for [Action#SIGNOFF]
/// @param message the rule's message, or the made text
/// @param document which document of its file it stands in, from 0
/// @param path the node in RFC 9535 normalized form, shortened to dots where a name allows it
/// @param place what is shown of the node; file, start, end and origins of a report come from it
/// @param resource the object that was judged
/// @param code why
/// @param detail what could not be judged, where it is open and its message does not tell; else
///   null
/// @param side whether the node stands in the object or in its previous version
/// @param state whether somebody already knows of it
/// @param related the other nodes that the failed condition was made of
public record Finding(
        String rule,
        Place declared,
        Action action,
        @Nullable String role,
        String message,
        int document,
        String path,
        Place place,
        ResourceIdentity resource,
        Code code,
        @Nullable String detail,
        Side side,
        State state,
        List<Related> related) {

    public Finding {
        related = List.copyOf(related);
    }

    /// What a finding of a rule does.
    public enum Action {
        /// It fails the run.
        ENSURE,
        /// It is only reported.
        WARN,
        /// Somebody of a role has to agree.
        SIGNOFF;

        /// As in a policy and in reports.
        public String word() {
            return switch (this) {
                case ENSURE -> "ensure";
                case WARN -> "warn";
                case SIGNOFF -> "signoff";
            };
        }
    }

    /// Why a condition did not hold.
    public enum Code {
        /// It was judged and failed.
        FAILED,
        /// A value is missing.
        MISSING,
        /// A value is not of the type that the condition needs.
        TYPE,
        /// A limit of steps, time or depth was reached.
        LIMIT;

        /// As in reports.
        public String word() {
            return switch (this) {
                case FAILED -> "failed";
                case MISSING -> "missing";
                case TYPE -> "type";
                case LIMIT -> "limit";
            };
        }
    }

    /// Which version of an object.
    public enum Side {
        NOW,
        BEFORE;

        /// As in reports.
        public String word() {
            return this == NOW ? "now" : "before";
        }
    }

    /// Whether somebody already knows of a finding; judging always gives [#NEW].
    public enum State {
        NEW,
        EXISTING,
        WAIVED;

        /// As in reports.
        public String word() {
            return switch (this) {
                case NEW -> "new";
                case EXISTING -> "existing";
                case WAIVED -> "waived";
            };
        }
    }

    /// Another node that belongs to a finding.
    public record Related(String path, Place place, ResourceIdentity resource) {}

    /// The same finding where more documents stand before this one in the file.
    public Finding after(int documents) {
        return new Finding(
                rule,
                declared,
                action,
                role,
                message,
                document + documents,
                path,
                place,
                resource,
                code,
                detail,
                side,
                state,
                related);
    }
}
