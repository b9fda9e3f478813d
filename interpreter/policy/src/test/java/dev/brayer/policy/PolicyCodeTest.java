package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every code is explained and shown by a case.
final class PolicyCodeTest {
    @Test
    void everyCodeHasACase() throws IOException {
        StringBuilder all = new StringBuilder();
        Path cases =
                Path.of(
                        System.getProperty("brayer.root", "../.."),
                        "interpreter/policy/src/test/resources/cases");
        try (var files = Files.walk(cases)) {
            for (Path file : files.filter(path -> path.endsWith("expected.txt")).toList()) {
                all.append(Transcript.read(file));
            }
        }
        List<String> without = new ArrayList<>();
        for (PolicyCode code : PolicyCode.values()) {
            if (all.indexOf("[" + code.id() + "]") < 0) {
                without.add(code.id());
            }
            assertFalse(code.explanation().isBlank());
        }
        assertEquals(List.of(), without);
    }
}
