package dev.brayer.policy.evaluate;

import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The rules of a run by the kind of object that they judge.
final class RuleIndex {
    /// A rule and its number among all.
    record Numbered(int number, Rule rule) {
        boolean isOfRemoved() {
            Selection selection = rule.selection();
            return selection != null && selection.removed();
        }
    }

    /// The rules whose selector names a kind.
    private static final class OfKind {
        /// Kubernetes serves a kind in few versions; a document may write anything.
        private static final int MOST_VERSIONS = 16;

        private final List<Numbered> all = new ArrayList<>();

        /// Those that select it, by `apiVersion`.
        private final Map<String, List<Numbered>> selected = new ConcurrentHashMap<>();

        List<Numbered> of(ResourceIdentity identity) {
            String apiVersion = identity.apiVersion();
            if (apiVersion == null) {
                return List.of();
            }
            List<Numbered> known = selected.get(apiVersion);
            return known == null ? select(apiVersion, identity) : known;
        }

        private List<Numbered> select(String apiVersion, ResourceIdentity identity) {
            List<Numbered> rules = new ArrayList<>();
            for (Numbered rule : all) {
                if (selects(rule.rule(), identity)) {
                    rules.add(rule);
                }
            }
            if (selected.size() < MOST_VERSIONS) {
                selected.put(apiVersion, rules);
            }
            return rules;
        }
    }

    private final Map<String, OfKind> byKind = new HashMap<>();
    private final List<Numbered> general = new ArrayList<>();
    private final boolean anyOfRemoved;

    RuleIndex(Program program) {
        boolean removed = false;
        for (int number = 0; number < program.rules().size(); number++) {
            Numbered rule = new Numbered(number, program.rules().get(number));
            removed |= rule.isOfRemoved();
            add(rule);
        }
        anyOfRemoved = removed;
    }

    private void add(Numbered rule) {
        Selection selection = rule.rule().selection();
        if (selection == null || selection.kinds().isEmpty()) {
            general.add(rule);
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (Selection.Kind kind : selection.kinds()) {
            names.add(kind.kind());
        }
        for (String name : names) {
            byKind.computeIfAbsent(name, _ -> new OfKind()).all.add(rule);
        }
    }

    /// Whether a rule judges objects that are gone.
    boolean anyOfRemoved() {
        return anyOfRemoved;
    }

    /// Rules whose selector names the kind and API group of an object.
    List<Numbered> of(ResourceIdentity identity) {
        OfKind rules = identity.kind() == null ? null : byKind.get(identity.kind());
        return rules == null ? List.of() : rules.of(identity);
    }

    /// Rules that judge objects of every kind.
    List<Numbered> general() {
        return general;
    }

    private static boolean selects(Rule rule, ResourceIdentity identity) {
        String apiVersion = identity.apiVersion();
        String kind = identity.kind();
        Selection selection = rule.selection();
        if (selection == null || apiVersion == null || kind == null) {
            return false;
        }
        for (Selection.Kind selected : selection.kinds()) {
            if (selected.matches(apiVersion, kind)) {
                return true;
            }
        }
        return false;
    }
}
