package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brayer.text.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `spec/errors.md` is made from the declarations of the codes and the golden files of the tests.
class ErrorReferenceTest {
    private static final Path PAGE = TranscriptRunner.ROOT.resolve("spec/errors.md");

    @Test
    void pageIsCurrent() throws IOException {
        String page = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String current = made();
        if (!page.equals(current) && System.getProperty("brayer.golden", "").equals("write")) {
            Files.writeString(PAGE, current);
            fail(PAGE + " was rewritten; look at it and run again");
        }
        assertEquals(current, page);
    }

    @Test
    void everyCodeMeansOneThing() {
        Set<String> seen = new HashSet<>();
        for (DiagnosticCode code : Codes.all()) {
            assertTrue(seen.add(code.id()), code.id() + " is declared twice");
        }
    }

    private static String made() {
        GoldenExamples examples = GoldenExamples.ofRepository();
        StringBuilder text =
                new StringBuilder(
                        """
                        # Errors and warnings

                        Every message of brayer ends with its code. Codes are stable; `brayer explain CODE` prints what stands here.
                        An error ends the command with the exit code that is named; a warning never does.

                        Made from the program and from what its tests expect; `-Dbrayer.golden=write` makes it anew.
                        """);
        String family = "";
        for (DiagnosticCode code : Codes.all()) {
            String of =
                    code.id()
                            .substring(
                                    0,
                                    code.id().indexOf('-') < 0
                                            ? code.id().length()
                                            : code.id().indexOf('-'));
            if (!of.equals(family)) {
                family = of;
                text.append("\n## ").append(family).append('\n');
            }
            append(code, examples.of(code.id()), text);
        }
        return text.toString();
    }

    private static void append(
            DiagnosticCode code,
            @org.jspecify.annotations.Nullable List<String> example,
            StringBuilder text) {
        text.append("\n### `").append(code.id()).append("`\n\n").append(code.explanation());
        text.append(" Exit code ").append(code.outcome().exitCode()).append(".\n");
        if (example != null) {
            text.append("\n```text\n").append(String.join("\n", example)).append("\n```\n");
        }
    }
}
