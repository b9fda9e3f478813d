package dev.brayer.policy.check;

import dev.brayer.policy.type.Type;
import java.util.HashMap;
import java.util.Map;

/// What checking the body of a rule, a variable or a definition found out about it.
final class Facts {
    private final Map<String, Integer> slots = new HashMap<>();
    private int frame;

    /// How many definitions call each other below this, at most.
    int depth;

    /// Fields that may be missing where that matters.
    private final OptionalFields optionalFields = new OptionalFields();

    /// The types of loop names, as a message sees them.
    private final Map<String, Type> loops = new HashMap<>();

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

    OptionalFields optionalFields() {
        return optionalFields;
    }

    void loop(String name, Type type) {
        loops.merge(name, type, Type::either);
    }

    Type loop(String name) {
        return loops.getOrDefault(name, Type.Basic.UNKNOWN);
    }

    int frame() {
        return frame;
    }
}
