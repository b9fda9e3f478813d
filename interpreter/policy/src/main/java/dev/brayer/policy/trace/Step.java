package dev.brayer.policy.trace;

import dev.brayer.policy.value.Truth;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One expression and what it gave, with the expressions in it.
public sealed interface Step {
    List<Step> steps();

    /// A condition.
    ///
    /// @param decisive whether what it gave decided the rule
    record Judged(Place written, Truth truth, boolean decisive, List<Step> steps) implements Step {
        public Judged {
            steps = List.copyOf(steps);
        }
    }

    /// A value.
    record Valued(Place written, Shown value, List<Step> steps) implements Step {
        public Valued {
            steps = List.copyOf(steps);
        }
    }

    /// An element of a quantifier's list.
    ///
    /// @param names the loop names
    /// @param truth `null` where `where` does not select it
    record Element(
            String names, Shown value, @Nullable Truth truth, boolean decisive, List<Step> steps)
            implements Step {
        public Element {
            steps = List.copyOf(steps);
        }
    }

    /// What is left out, because nobody reads so much.
    record LeftOut(int count) implements Step {
        @Override
        public List<Step> steps() {
            return List.of();
        }
    }
}
