package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.value.Site;
import dev.brayer.policy.value.Subject;
import dev.brayer.policy.value.Workloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All objects of a run and their previous versions, found by kind and by name.
final class Neighbours {
    private final Workloads workloads;
    private final List<Subject> subjects = new ArrayList<>();
    private final @Nullable List<Subject> previous;

    /// Filled when a rule asks for the first time; most runs never do.
    private @Nullable Map<String, List<Site>> byKind;

    private @Nullable Map<String, Subject> previousByName;

    Neighbours(Workloads workloads, List<Document> documents, @Nullable List<Document> before) {
        this.workloads = workloads;
        for (Document document : documents) {
            subjects.add(new Subject(document, false));
        }
        if (before == null) {
            previous = null;
        } else {
            previous = new ArrayList<>();
            for (Document document : before) {
                previous.add(new Subject(document, true));
            }
        }
    }

    List<Subject> subjects() {
        return subjects;
    }

    boolean knowsBefore() {
        return previous != null;
    }

    /// Objects that were there before and are not now.
    List<Subject> removed() {
        if (previous == null) {
            return List.of();
        }
        Map<String, Subject> now = byName(subjects);
        List<Subject> removed = new ArrayList<>();
        for (Subject subject : previous) {
            if (!now.containsKey(name(subject))) {
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
        if (previousByName == null) {
            previousByName = byName(previous);
        }
        return previousByName.get(name(subject));
    }

    List<Site> ofKind(String kind) {
        if (byKind == null) {
            byKind = new HashMap<>();
            for (Subject subject : subjects) {
                String itsKind = subject.document().identity().kind();
                if (itsKind != null) {
                    byKind.computeIfAbsent(itsKind, _ -> new ArrayList<>()).add(subject.root());
                    if (workloads.has(subject.document().identity())) {
                        byKind.computeIfAbsent("workload", _ -> new ArrayList<>())
                                .add(subject.root());
                    }
                }
            }
        }
        return byKind.getOrDefault(kind, List.of());
    }

    private static Map<String, Subject> byName(List<Subject> subjects) {
        Map<String, Subject> named = new HashMap<>();
        for (Subject subject : subjects) {
            named.putIfAbsent(name(subject), subject);
        }
        return named;
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
