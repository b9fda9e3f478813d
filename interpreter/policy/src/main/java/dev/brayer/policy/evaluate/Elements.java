package dev.brayer.policy.evaluate;

import dev.brayer.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements that a quantifier has to look at.
///
/// @param all what the list holds, and maybe the judged object too
/// @param looked which of them may change the outcome; null for all
/// @param met whether the rule met an element that is not looked at
record Elements(List<Value> all, @Nullable Positions looked, boolean met) {
    static Elements all(List<Value> elements) {
        return new Elements(elements, null, false);
    }

    int size() {
        return looked == null ? all.size() : looked.size();
    }

    /// The place in the list of the element that is looked at as the so-manieth.
    int index(int at) {
        return looked == null ? at : looked.get(at);
    }
}
