package dev.brayer.policy.coverage;

import dev.brayer.text.Place;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A part of a policy, what can become of it, and what did.
public final class CoveragePoint {
    /// What the part is.
    public enum Kind {
        SELECTOR("selector"),
        WHERE("where"),
        CONDITION("condition"),
        QUANTIFIER("quantifier"),
        DEFAULT("default"),
        MESSAGE("message"),
        DEFINITION("definition");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As in reports.
        public String word() {
            return word;
        }
    }

    private final Kind kind;
    private final Place place;
    private final Place whole;
    private final EnumSet<Side> possible = EnumSet.noneOf(Side.class);
    private final EnumSet<Side> seen = EnumSet.noneOf(Side.class);

    CoveragePoint(Kind kind, Place place, Place whole) {
        this.kind = kind;
        this.place = place;
        this.whole = whole;
    }

    public Kind kind() {
        return kind;
    }

    public Place place() {
        return place;
    }

    /// What is not reached either where this is not: the rule of a selector, else the part itself.
    public Place whole() {
        return whole;
    }

    /// What can become of it.
    public Set<Side> possible() {
        return Collections.unmodifiableSet(possible);
    }

    /// What became of it in some test.
    public Set<Side> seen() {
        EnumSet<Side> both = EnumSet.copyOf(possible);
        both.retainAll(seen);
        return both;
    }

    /// What no test made of it.
    public Set<Side> missing() {
        EnumSet<Side> missing = EnumSet.copyOf(possible);
        missing.removeAll(seen);
        return missing;
    }

    void allow(Side side) {
        possible.add(side);
    }

    void see(Side side) {
        seen.add(side);
    }
}
