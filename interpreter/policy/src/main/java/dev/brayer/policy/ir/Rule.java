package dev.brayer.policy.ir;

import dev.brayer.policy.Finding.Action;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule that can be judged.
///
/// @param declared its name in the policy
/// @param role who has to agree, for a sign-off
/// @param selection null for a rule as Copper 1 had it, which judges every document
/// @param message null for the made text
/// @param frame how many locals it needs
/// @param usesBefore whether it needs the previous version of the object
/// @param fetches whether a `fetch` stands in it
/// @param quantifies whether a quantifier stands in it
public record Rule(
        String name,
        Place declared,
        Action action,
        @Nullable String role,
        @Nullable Selection selection,
        @Nullable Message message,
        Condition condition,
        int frame,
        boolean usesBefore,
        boolean fetches,
        boolean quantifies) {

    /// What a finding says.
    public record Message(List<Part> parts) {
        public Message {
            parts = List.copyOf(parts);
        }
    }

    /// A piece of a message.
    public sealed interface Part {
        record Text(String text) implements Part {}

        /// @param locals slots of the loop names in it: where one is not bound, a finding has the
        ///   made text
        record Interpolation(Operand operand, List<Integer> locals) implements Part {
            public Interpolation {
                locals = List.copyOf(locals);
            }
        }
    }
}
