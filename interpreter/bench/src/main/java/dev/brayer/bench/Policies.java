package dev.brayer.bench;

import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The policies of the benchmarks, from the module's resources.
final class Policies {
    /// Fifty rules that look at one object each.
    static final List<String> RULES =
            List.of("pods", "images", "resources", "availability", "network", "metadata");

    private Policies() {}

    static List<Source> rules() {
        List<Source> sources = new ArrayList<>();
        for (String name : RULES) {
            sources.add(source("rules/" + name + ".cop"));
        }
        return sources;
    }

    /// Seven rules that look at other objects too.
    static List<Source> neighbours() {
        return List.of(source("neighbours/neighbours.cop"));
    }

    static CheckedPolicies check(List<Source> sources) {
        LoadedPolicies loaded = PolicyLoader.load(sources, LoadOptions.none());
        return loaded.policies()
                .orElseThrow(() -> new IllegalStateException(loaded.diagnostics().toString()));
    }

    private static Source source(String name) {
        try (InputStream stream = Policies.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("there is no resource " + name);
            }
            return Source.of(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
