package dev.brayer.policy.value;

/// What a condition is. Only [#HOLDS] passes a rule; [#OPEN] means that a value is missing, of a
/// wrong type or not known yet.
public enum Truth {
    HOLDS,
    FAILS,
    OPEN;

    public static Truth of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    /// The truth of `not P`: open stays open.
    public Truth not() {
        return switch (this) {
            case HOLDS -> FAILS;
            case FAILS -> HOLDS;
            case OPEN -> OPEN;
        };
    }

    /// The truth of `P and Q`: one part that fails decides.
    public Truth and(Truth other) {
        if (this == FAILS || other == FAILS) {
            return FAILS;
        }
        return this == HOLDS && other == HOLDS ? HOLDS : OPEN;
    }

    /// The truth of `P or Q`: one part that holds decides.
    public Truth or(Truth other) {
        if (this == HOLDS || other == HOLDS) {
            return HOLDS;
        }
        return this == FAILS && other == FAILS ? FAILS : OPEN;
    }
}
