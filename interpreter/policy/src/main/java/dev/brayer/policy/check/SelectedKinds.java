package dev.brayer.policy.check;

import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.ObjectOf;
import java.util.ArrayList;
import java.util.List;

/// The kinds that a rule selects, and the names that its objects give.
///
/// @param kinds empty for `any`
/// @param object what an object of these kinds is: an [ObjectOf] if the schema knows all of them
/// @param havePods whether every selected kind has pods
/// @param removed whether the objects are those that are not there any more
record SelectedKinds(List<Selection.Kind> kinds, Type object, boolean havePods, boolean removed) {
    /// The fields that objects of unknown kinds may have; the rest is `resource.x`.
    private static final List<String> COMMON =
            List.of("apiVersion", "kind", "metadata", "spec", "status", "data");

    /// What every rule with a selector sees.
    private static final List<String> ALWAYS = List.of("resource", "before");

    private static final List<String> OF_PODS = List.of("pod", "podMetadata");

    SelectedKinds {
        kinds = List.copyOf(kinds);
    }

    static SelectedKinds ofAnything(boolean removed) {
        return new SelectedKinds(List.of(), Type.MapOf.ANY, false, removed);
    }

    /// Whether the word is a field of an object of any kind, or something else that only a selector
    /// gives.
    static boolean needsSelector(String name) {
        return COMMON.contains(name) || ALWAYS.contains(name) || OF_PODS.contains(name);
    }

    /// Whether an object of one of the kinds has a field of this name.
    boolean isField(String name) {
        return fields().contains(name);
    }

    private List<String> fields() {
        return object instanceof ObjectOf known ? FieldAccess.names(known) : COMMON;
    }

    /// All names that the rule can use beside its own.
    List<String> names() {
        List<String> names = new ArrayList<>(ALWAYS);
        if (havePods) {
            names.addAll(OF_PODS);
        }
        names.addAll(fields());
        return names;
    }
}
