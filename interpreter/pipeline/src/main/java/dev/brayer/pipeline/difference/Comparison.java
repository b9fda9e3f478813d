package dev.brayer.pipeline.difference;

import dev.brayer.document.ResourceIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares two states. An object is the same one if group, kind, namespace and name are.
public final class Comparison {
    private Comparison() {}

    /// @param ignored labels and annotations that do not count
    public static List<ObjectChange> compare(State before, State after, Predicate<String> ignored) {
        List<ObjectChange> changes = new ArrayList<>();
        for (State.Located now : after.objects()) {
            State.Located then = find(before, now);
            ObjectChange change =
                    then == null
                            ? alone(now, ObjectChange.Kind.ADDED)
                            : changed(then, now, ignored);
            if (change != null) {
                changes.add(change);
            }
        }
        for (State.Located then : before.objects()) {
            if (find(after, then) == null) {
                changes.add(alone(then, ObjectChange.Kind.REMOVED));
            }
        }
        return changes;
    }

    private static State.@Nullable Located find(State state, State.Located wanted) {
        ResourceIdentity identity = wanted.document().identity();
        for (State.Located candidate : state.objects()) {
            if (candidate.document().identity().sameObject(identity)) {
                return candidate;
            }
        }
        return null;
    }

    private static ObjectChange alone(State.Located object, ObjectChange.Kind kind) {
        boolean added = kind == ObjectChange.Kind.ADDED;
        List<String> lines = LineDifference.lines(object.text());
        return new ObjectChange(
                object.document().identity(),
                kind,
                object.file(),
                List.of(),
                LineDifference.unified(added ? List.of() : lines, added ? lines : List.of()));
    }

    private static @Nullable ObjectChange changed(
            State.Located then, State.Located now, Predicate<String> ignored) {
        List<FieldChange> fields =
                new FieldComparison(ignored).compare(then.document().root(), now.document().root());
        List<String> unified =
                LineDifference.unified(
                        LineDifference.lines(then.text()), LineDifference.lines(now.text()));
        return fields.isEmpty()
                ? null
                : new ObjectChange(
                        now.document().identity(),
                        ObjectChange.Kind.CHANGED,
                        now.file(),
                        fields,
                        unified);
    }
}
