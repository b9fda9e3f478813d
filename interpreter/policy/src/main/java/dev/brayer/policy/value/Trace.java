package dev.brayer.policy.value;

import java.util.ArrayList;
import java.util.List;

/// The nodes that a value was made from, in order; literals and parameters carry none.
///
/// The most frequent trace by far is a single node, so a [Site] is a trace of itself.
public sealed interface Trace permits Site, Trace.Several, Trace.Nothing {

    /// Any number of nodes but one.
    record Several(List<Site> sites) implements Trace {
        public static final Several NONE = new Several(List.of());

        public Several {
            sites = List.copyOf(sites);
        }

        @Override
        public boolean isEmpty() {
            return sites.isEmpty();
        }
    }

    /// The trace of a list for which nothing was found.
    ///
    /// @param nearest how far the document goes on the way
    /// @param absent the rest of the way, as it is written
    record Nothing(Site nearest, String absent) implements Trace {
        @Override
        public List<Site> sites() {
            return List.of(nearest);
        }
    }

    List<Site> sites();

    default boolean isEmpty() {
        return false;
    }

    /// Both, the first in front.
    static Trace join(Trace first, Trace second) {
        if (first.isEmpty() || first.equals(second)) {
            return second;
        }
        if (second.isEmpty()) {
            return first;
        }
        List<Site> sites = new ArrayList<>(first.sites());
        sites.addAll(second.sites());
        return new Several(sites);
    }

    static Trace of(List<Site> sites) {
        return sites.size() == 1 ? sites.getFirst() : new Several(sites);
    }
}
