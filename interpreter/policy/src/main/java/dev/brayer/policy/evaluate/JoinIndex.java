package dev.brayer.policy.evaluate;

import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which objects of a kind have which key of a join.
final class JoinIndex {
    private final Map<String, Positions> byKey = new HashMap<>();

    /// Objects about which keys say nothing.
    private final Positions always = new Positions();

    private final Join join;
    private final Workloads workloads;

    /// @param values what the element's expression gives for an object; null where it cannot say
    JoinIndex(
            Join join,
            Workloads workloads,
            List<Value> objects,
            UnaryOperator<@Nullable Value> values) {
        this.join = join;
        this.workloads = workloads;
        for (int at = 0; at < objects.size(); at++) {
            Value value = values.apply(objects.get(at));
            List<String> keys = value == null ? null : join.ofElement(value, workloads);
            if (keys == null) {
                always.add(at);
            } else {
                for (String key : keys) {
                    byKey.computeIfAbsent(key, _ -> new Positions()).add(at);
                }
            }
        }
    }

    /// The objects with a key of the value; null where the value says nothing.
    @Nullable Positions matching(Value probe) {
        List<String> keys = join.ofProbe(probe, workloads);
        if (keys == null) {
            return null;
        }
        Positions found = Positions.NONE;
        for (String key : keys) {
            found = found.with(byKey.getOrDefault(key, Positions.NONE));
        }
        return found;
    }

    Positions always() {
        return always;
    }
}
