package dev.brayer.policy.builtin;

import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;

/// What a builtin can see beyond its arguments.
public interface World extends Comparison.Effort {
    /// The objects of the run that are of a kind; `workload` is everything with pods.
    ///
    /// @param others without the judged one
    Value.Items objects(String kind, boolean others);

    /// The kinds that have pods.
    Workloads workloads();

    /// All nodes that a JSONPath, prepared or as a text, selects in the judged document.
    Value fetch(Value path);

    /// Calls the attribute of a value, as `pick` does for each element.
    Value attribute(Value receiver, String name);

    /// Counts work, so that nothing runs for ever.
    @Override
    void spend(int steps);
}
