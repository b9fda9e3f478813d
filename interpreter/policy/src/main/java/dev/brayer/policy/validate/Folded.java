package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Node;
import org.jspecify.annotations.Nullable;

/// What is known of a condition before a document is there.
///
/// @param cause why it can never hold or never fail; null where neither is known
record Folded(Outcomes outcomes, @Nullable Cause cause) {
    static final Folded UNKNOWN = new Folded(Outcomes.ALL, null);

    /// @param at the part that decides
    /// @param against the other part that it belongs to, if it takes two
    record Cause(Expression at, @Nullable Node against, Why why) {}

    /// How a part decides.
    enum Why {
        /// Everything in it is known.
        CONSTANT,
        /// Everything in it will be known before the run, and is not computed here.
        COMPUTED,
        /// It excludes another part, which has to hold as well.
        EXCLUDES,
        /// It holds wherever the other alternative does not.
        COMPLETES,
        /// It follows from what has been asked before.
        FOLLOWS
    }

    boolean neverHolds() {
        return cause != null && !outcomes.holds();
    }

    boolean neverFails() {
        return cause != null && !outcomes.fails();
    }

    /// Whether no document has a say in it.
    boolean isConstant() {
        return neverHolds() || neverFails() || (cause != null && cause.why() == Why.COMPUTED);
    }

    Folded not() {
        return new Folded(outcomes.not(), cause);
    }
}
