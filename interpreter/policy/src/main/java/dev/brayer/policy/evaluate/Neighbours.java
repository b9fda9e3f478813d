package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.value.Nodes;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Subject;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All objects of a run and their previous versions, found by kind and by name.
final class Neighbours {
    private final Program program;
    private final List<Subject> subjects = new ArrayList<>();
    private final @Nullable List<Subject> previous;

    /// Filled when a rule asks for the first time; most runs never do.
    private volatile @Nullable Map<String, OfKind> byKind;

    private final Map<String, Subject> previousByName;

    /// A kind that a rule asks for, and how it is written there.
    private record Asked(String text, Selection.Kind kind) {}

    /// The objects of a kind.
    private record OfKind(Value.Items objects, IdentityHashMap<Subject, Integer> positions) {
        static final OfKind NONE = of(List.of());

        static OfKind of(List<Subject> subjects) {
            List<Value> objects = new ArrayList<>();
            List<Site> sites = new ArrayList<>();
            IdentityHashMap<Subject, Integer> positions = new IdentityHashMap<>();
            for (Subject subject : subjects) {
                positions.put(subject, objects.size());
                objects.add(Nodes.value(subject.root()));
                sites.add(subject.root());
            }
            return new OfKind(new Value.Items(List.copyOf(objects), Trace.of(sites)), positions);
        }
    }

    Neighbours(Program program, List<Document> documents, @Nullable List<Document> before) {
        this.program = program;
        for (Document document : documents) {
            subjects.add(new Subject(document, false));
        }
        if (before == null) {
            previous = null;
            previousByName = Map.of();
        } else {
            previous = new ArrayList<>();
            for (Document document : before) {
                previous.add(new Subject(document, true));
            }
            previousByName = byName(previous);
        }
    }

    List<Subject> subjects() {
        return subjects;
    }

    /// Objects that were there before and are not now.
    List<Subject> removed() {
        if (previous == null) {
            return List.of();
        }
        Map<String, Subject> now = byName(subjects);
        List<Subject> removed = new ArrayList<>();
        for (Subject subject : previous) {
            if (isNamed(subject) && !now.containsKey(name(subject))) {
                removed.add(subject);
            }
        }
        return removed;
    }

    @Nullable Subject before(Subject subject) {
        if (previous == null) {
            return null;
        }
        if (subject.isBefore()) {
            return subject;
        }
        return isNamed(subject) ? previousByName.get(name(subject)) : null;
    }

    /// The objects of a kind, as a list that all rules share; `workload` is every kind with pods.
    Value.Items objects(String kind) {
        return ofKind(kind).objects();
    }

    /// Where an object stands among those of a kind; -1 where it does not.
    int position(String kind, Subject subject) {
        return ofKind(kind).positions().getOrDefault(subject, -1);
    }

    private OfKind ofKind(String kind) {
        Map<String, OfKind> known = byKind;
        return (known == null ? group() : known).getOrDefault(kind, OfKind.NONE);
    }

    /// What rules ask for, by the name of the kind alone.
    private Map<String, List<Asked>> askedByName() {
        Map<String, List<Asked>> byName = new HashMap<>();
        program.asked()
                .forEach((text, kinds) -> {
                    for (Selection.Kind kind : kinds) {
                        byName.computeIfAbsent(kind.kind(), _ -> new ArrayList<>())
                                .add(new Asked(text, kind));
                    }
                });
        return byName;
    }

    private synchronized Map<String, OfKind> group() {
        Map<String, OfKind> known = byKind;
        if (known != null) {
            return known;
        }
        Map<String, List<Asked>> byName = askedByName();
        Map<String, List<Subject>> grouped = new HashMap<>();
        for (Subject subject : subjects) {
            ResourceIdentity identity = subject.document().identity();
            String kind = identity.kind();
            String apiVersion = identity.apiVersion();
            if (kind != null && apiVersion != null) {
                for (Asked asked : byName.getOrDefault(kind, List.of())) {
                    if (asked.kind().matches(apiVersion, kind)) {
                        grouped.computeIfAbsent(asked.text(), _ -> new ArrayList<>()).add(subject);
                    }
                }
            }
        }
        known = new HashMap<>();
        for (Map.Entry<String, List<Subject>> entry : grouped.entrySet()) {
            known.put(entry.getKey(), OfKind.of(entry.getValue()));
        }
        byKind = known;
        return known;
    }

    private static Map<String, Subject> byName(List<Subject> subjects) {
        Map<String, Subject> named = new HashMap<>();
        for (Subject subject : subjects) {
            named.putIfAbsent(name(subject), subject);
        }
        return named;
    }

    /// What only has a `generateName` is another object each time.
    private static boolean isNamed(Subject subject) {
        return subject.document().identity().name() != null;
    }

    /// The same object in whatever version: group, kind, namespace and name.
    private static String name(Subject subject) {
        ResourceIdentity identity = subject.document().identity();
        return identity.group()
                + '\n'
                + identity.kind()
                + '\n'
                + identity.namespace()
                + '\n'
                + identity.name();
    }
}
