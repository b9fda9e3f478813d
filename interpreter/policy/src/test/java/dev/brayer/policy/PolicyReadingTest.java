package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How many threads parse makes no difference.
final class PolicyReadingTest {
    @Test
    void findsTheSameInTheSameOrderWithSeveralThreads() {
        List<Source> sources = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            String condition = number % 3 == 0 ? "spec.typo == \"NodePort\"" : nested(180);
            sources.add(
                    Source.of(
                            "rules-" + number + ".cop",
                            "rule R" + number + " ensure on Service { " + condition + " }\n"));
        }
        List<String> alone = errors(PolicyLoader.load(sources, LoadOptions.none()));
        assertTrue(alone.size() >= 14, alone.toString());
        for (int round = 0; round < 5; round++) {
            assertEquals(
                    alone, errors(PolicyLoader.load(sources, LoadOptions.none().withThreads(4))));
        }
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "spec.type exists" + ")".repeat(depth);
    }

    private static List<String> errors(LoadedPolicies loaded) {
        List<String> errors = new ArrayList<>();
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            Place place = Objects.requireNonNull(diagnostic.place());
            errors.add(place.written() + " " + diagnostic.message());
        }
        return errors;
    }
}
