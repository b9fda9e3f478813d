package dev.brayer.policy.testing;

import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.LoadOptions.Argument;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.coverage.Coverage;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Loads policies, once for each set of parameters.
final class Loads {
    /// Policies in the order in which they are loaded together, and the texts of parameters.
    private record Key(List<Source> policies, Map<String, String> parameters) {}

    private final LoadOptions options;
    private final @Nullable Coverage coverage;
    private final Map<Key, LoadedPolicies> loaded = new HashMap<>();

    /// General parameters that some policy has.
    private final Set<String> known = new HashSet<>();

    Loads(LoadOptions options, @Nullable Coverage coverage) {
        this.options = options;
        this.coverage = coverage;
    }

    /// @param own parameters of a case, which win over those that were given for all
    LoadedPolicies load(List<Source> policies, Map<String, Argument> own) {
        Map<String, Argument> general = new HashMap<>(options.parameters());
        general.keySet().removeAll(own.keySet());
        while (true) {
            Map<String, Argument> all = new TreeMap<>(general);
            all.putAll(own);
            LoadedPolicies result = loadOnce(policies, all);
            // What was given for all policies belongs to some of them.
            if (!general.values().removeIf(argument -> isUnknown(argument, result))) {
                known.addAll(general.keySet());
                return result;
            }
        }
    }

    private LoadedPolicies loadOnce(List<Source> policies, Map<String, Argument> parameters) {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Argument> entry : parameters.entrySet()) {
            texts.put(entry.getKey(), entry.getValue().text());
        }
        Key key = new Key(policies, texts);
        LoadedPolicies known = loaded.get(key);
        if (known == null) {
            known = PolicyLoader.load(policies, options.withParameters(parameters));
            loaded.put(key, known);
            CheckedPolicies checked = known.policies().orElse(null);
            if (coverage != null && checked != null) {
                coverage.add(checked);
            }
        }
        return known;
    }

    private static boolean isUnknown(Argument argument, LoadedPolicies loaded) {
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            Place place = diagnostic.place();
            if (diagnostic.code() == PolicyCode.PARAMETER_UNKNOWN
                    && diagnostic.related().isEmpty()
                    && place != null
                    && place.source() == argument.given()) {
                return true;
            }
        }
        return false;
    }

    /// Complaints about general parameters that no policy has.
    List<Diagnostic> unknown() {
        List<Diagnostic> unknown = new ArrayList<>();
        for (Map.Entry<String, Argument> entry : options.parameters().entrySet()) {
            if (!known.contains(entry.getKey())) {
                unknown.add(
                        Diagnostic.error(
                                PolicyCode.PARAMETER_UNKNOWN,
                                entry.getValue().namePlace(entry.getKey()),
                                "no policy has a parameter `" + entry.getKey() + "`"));
            }
        }
        return unknown;
    }
}
