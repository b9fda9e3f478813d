package dev.brayer.policy.evaluate;

import dev.brayer.policy.builtin.LabelKeys;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.value.Value;
import dev.brayer.policy.value.Workloads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition in a quantifier over objects that fails for all objects but those with a certain
/// key: an object and what the rest of the rule says have keys, and without a common one the
/// condition fails.
///
/// @param element an expression of nothing but the loop name
/// @param probe an expression without it
record Join(Way way, Operand element, Operand probe) {
    /// How keys follow from values.
    enum Way {
        /// `element == probe`, for texts.
        EQUAL,
        /// `probe in element`, for a text and a list of texts.
        IN_ELEMENT,
        /// `element in probe`, for a text and a list of texts.
        IN_PROBE,
        /// `selects(probe, element)`.
        SELECTED,
        /// `selects(element, probe)`.
        SELECTING
    }

    /// The keys of an object; null for one about which keys say nothing, so that it is always
    /// looked at.
    @Nullable List<String> ofElement(Value value, Workloads workloads) {
        return switch (way) {
            case EQUAL, IN_PROBE -> text(value);
            case IN_ELEMENT -> texts(value);
            case SELECTED -> LabelKeys.ofSelected(value, workloads);
            case SELECTING -> LabelKeys.ofSelecting(value, workloads);
        };
    }

    /// The keys to look for; null where every object is to be looked at.
    @Nullable List<String> ofProbe(Value value, Workloads workloads) {
        return switch (way) {
            case EQUAL, IN_ELEMENT -> text(value);
            case IN_PROBE -> texts(value);
            case SELECTED -> LabelKeys.ofSelecting(value, workloads);
            case SELECTING -> LabelKeys.ofSelected(value, workloads);
        };
    }

    private static @Nullable List<String> text(Value value) {
        return value instanceof Value.Text(String text, _) ? List.of(text) : null;
    }

    /// Missing elements equal nothing, but a list of nothing else says nothing either.
    private static @Nullable List<String> texts(Value value) {
        if (!(value instanceof Value.Items(List<Value> elements, _))) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Value element : elements) {
            if (element instanceof Value.Text(String text, _)) {
                texts.add(text);
            } else if (!(element instanceof Value.Missing)) {
                return null;
            }
        }
        return texts.isEmpty() && !elements.isEmpty() ? null : texts;
    }
}
