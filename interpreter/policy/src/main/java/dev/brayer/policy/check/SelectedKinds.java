package dev.brayer.policy.check;

import dev.brayer.policy.ir.Selection;
import java.util.ArrayList;
import java.util.List;

/// The kinds that a rule selects, and the names that its objects give.
///
/// @param kinds empty for `any`
/// @param havePods whether every selected kind has pods
/// @param removed whether the objects are those that are not there any more
record SelectedKinds(List<Selection.Kind> kinds, boolean havePods, boolean removed) {
    /// The fields that every object may have, whatever its kind; the rest is `resource.x` until the
    /// schema says more.
    private static final List<String> COMMON =
            List.of("apiVersion", "kind", "metadata", "spec", "status", "data");

    SelectedKinds {
        kinds = List.copyOf(kinds);
    }

    static SelectedKinds ofAnything() {
        return new SelectedKinds(List.of(), false, false);
    }

    boolean isField(String name) {
        if (COMMON.contains(name)) {
            return true;
        }
        for (Selection.Kind kind : kinds) {
            if (!Fields.of(kind.kind()).contains(name)) {
                return false;
            }
        }
        return !kinds.isEmpty();
    }

    /// All names that the rule can use beside its own.
    List<String> names() {
        List<String> names = new ArrayList<>(List.of("resource", "before"));
        if (havePods) {
            names.add("pod");
            names.add("podMetadata");
        }
        names.addAll(COMMON);
        for (Selection.Kind kind : kinds) {
            names.addAll(Fields.of(kind.kind()));
        }
        return names;
    }
}
