package dev.brayer.policy.builtin;

import dev.brayer.policy.builtin.Builtin.Parameter;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.Comparison;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import java.util.List;

/// What a range can be asked.
final class RangeAttributes {
    static final List<Builtin> ALL =
            List.of(
                    new Builtin(
                            Basic.RANGE,
                            "contains",
                            List.of(new Parameter("value", Basic.UNKNOWN)),
                            Basic.BOOL,
                            "Whether the value lies in the range, both ends included.",
                            "(1..9).contains(9)",
                            (world, values) -> {
                                Truth truth = Comparison.in(values[1], values[0]);
                                return truth == Truth.OPEN
                                        ? new Value.Wrong("a value of the range's type", values[1])
                                        : new Value.Bool(truth == Truth.HOLDS, values[0].trace());
                            }));

    private RangeAttributes() {}
}
