package dev.brayer.policy.check;

import java.util.HashMap;
import java.util.Map;

/// What checking the body of a rule, a variable or a definition found out about it.
final class Facts {
    private final Map<String, Integer> slots = new HashMap<>();
    private int frame;

    /// How many definitions call each other below this, at most.
    int depth;

    boolean usesBefore;
    boolean fetches;
    boolean quantifies;

    /// One slot for each name: a loop name never hides another one, so equal names are never bound
    /// at once.
    int slot(String name) {
        Integer known = slots.get(name);
        if (known == null) {
            known = frame++;
            slots.put(name, known);
        }
        return known;
    }

    int frame() {
        return frame;
    }
}
