package dev.brayer.policy.validate;

import dev.brayer.policy.value.Truth;

/// What a condition may turn out to be, whatever the document.
record Outcomes(boolean holds, boolean fails, boolean open) {
    static final Outcomes ALL = new Outcomes(true, true, true);

    static Outcomes only(Truth truth) {
        return new Outcomes(truth == Truth.HOLDS, truth == Truth.FAILS, truth == Truth.OPEN);
    }

    Outcomes not() {
        return new Outcomes(/* holds= */ fails, /* fails= */ holds, open);
    }

    /// Of `P and Q`.
    Outcomes and(Outcomes other) {
        boolean opens = (open && (other.holds || other.open)) || (other.open && holds);
        return new Outcomes(holds && other.holds, fails || other.fails, opens);
    }

    /// Of `P or Q`.
    Outcomes or(Outcomes other) {
        return not().and(other.not()).not();
    }

    Outcomes withoutHolding() {
        return new Outcomes(false, fails, open);
    }

    Outcomes withoutFailing() {
        return new Outcomes(holds, false, open);
    }
}
