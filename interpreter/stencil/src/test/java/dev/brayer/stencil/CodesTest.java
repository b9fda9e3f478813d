package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.text.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every code is shown by a golden file; those that none can show are tested elsewhere.
final class CodesTest {
    private static final Set<StencilCode> ELSEWHERE =
            Set.of(
                    // A bug: no input leads to it.
                    StencilCode.STRUCTURE,
                    // Several formations: ClashesTest.
                    StencilCode.DIRECTORY_SHARED);

    @Test
    void everyCodeHasAGoldenFile() throws IOException {
        StringBuilder shown = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "cases"))) {
            for (Path file : files.filter(path -> path.endsWith("diagnostics.txt")).toList()) {
                shown.append(Files.readString(file));
            }
        }
        List<StencilCode> missing = new ArrayList<>();
        for (StencilCode code : StencilCode.values()) {
            if (!ELSEWHERE.contains(code) && shown.indexOf("[" + code.id() + "]") < 0) {
                missing.add(code);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyCodeIsExplained() {
        for (StencilCode code : StencilCode.values()) {
            assertTrue(code.explanation().length() > 40, code.id());
            assertEquals(
                    code == StencilCode.STRUCTURE ? Outcome.BUG : Outcome.USAGE,
                    code.outcome(),
                    code.id());
        }
    }
}
