package dev.brayer.policy.ir;

import dev.brayer.policy.value.Comparison.Operator;
import dev.brayer.policy.value.Patterns;
import dev.brayer.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression that holds, fails or is open.
public sealed interface Condition {
    /// Where it is written.
    Place place();

    record And(Place place, List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(Place place, List<Condition> alternatives) implements Condition {
        public Or {
            alternatives = List.copyOf(alternatives);
        }
    }

    record Not(Place place, Condition condition) implements Condition {}

    record Compare(Place place, Operator operator, Operand left, Operand right)
            implements Condition {}

    /// `left in right`.
    record In(Place place, Operand left, Operand right) implements Condition {}

    /// `list.contains(value)`, which stands elsewhere than `value in list`.
    record Contains(Place place, Operand list, Operand value) implements Condition {}

    /// `left matches pattern`, the whole text.
    ///
    /// @param known null where the pattern is not known before the run
    record Matches(Place place, Operand left, Operand pattern, Patterns.@Nullable Known known)
            implements Condition {}

    record Exists(Place place, Operand operand) implements Condition {}

    /// A value that is true or false.
    record Holds(Place place, Operand operand) implements Condition {}

    /// `every` or `any`; `no` is `every` with a negated condition.
    ///
    /// @param first slot of the first loop name
    /// @param second slot of the second loop name, or -1: then the first is the element; else the
    ///   first is the index or key
    /// @param filter which elements are judged
    record Quantified(
            Place place,
            boolean every,
            int first,
            int second,
            Operand list,
            @Nullable Condition filter,
            Condition condition)
            implements Condition {}

    /// `operand -> console`: prints and does not hold.
    record Console(Place place, Operand operand) implements Condition {}

    /// A definition whose body is a condition.
    record Apply(Place place, Definition<Condition> definition, List<Operand> arguments)
            implements Condition {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }
}
