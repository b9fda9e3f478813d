package dev.brayer.policy.evaluate;

import dev.brayer.policy.JudgeOptions;

/// What one rule may still do on one document.
final class Budget {
    /// How often the clock is asked: each so many steps.
    private static final long CLOCK_INTERVAL = 1_024;

    /// The end of a rule that did too much. It carries no stack: it is an outcome, not a mistake.
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        private Exhausted(String what) {
            super(what, null, false, false);
            this.what = what;
        }

        /// Which limit was reached, as a sentence.
        String what() {
            return what;
        }
    }

    private final JudgeOptions options;
    private long left;
    private long untilClock = CLOCK_INTERVAL;
    private int depth;

    Budget(JudgeOptions options) {
        this.options = options;
        this.left = options.steps();
    }

    /// For the next rule or document.
    void renew() {
        left = options.steps();
        depth = 0;
        if (options.expired().getAsBoolean()) {
            throw new Exhausted("the time for judging is over");
        }
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Exhausted("it took more than " + options.steps() + " steps");
        }
        untilClock -= steps;
        if (untilClock < 0) {
            untilClock = CLOCK_INTERVAL;
            if (options.expired().getAsBoolean()) {
                throw new Exhausted("the time for judging is over");
            }
        }
    }

    Exhausted exhausted(String what) {
        return new Exhausted(what);
    }

    void enter() {
        spend(1);
        if (++depth > options.depth()) {
            throw new Exhausted("it nests deeper than " + options.depth() + " levels");
        }
    }

    void leave() {
        depth--;
    }
}
