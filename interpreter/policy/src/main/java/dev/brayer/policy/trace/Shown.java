package dev.brayer.policy.trace;

import java.util.List;

/// A value as people see it.
///
/// @param text as it would be written in a policy, cut when it is long
/// @param type such as `string`; `missing` for nothing, `wrong type` for what does not fit
/// @param carried the nodes that it was made from
/// @param elements what a list holds
public record Shown(String text, String type, List<Carried> carried, List<Shown> elements) {
    public Shown {
        carried = List.copyOf(carried);
        elements = List.copyOf(elements);
    }
}
