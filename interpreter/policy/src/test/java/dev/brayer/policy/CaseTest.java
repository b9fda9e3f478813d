package dev.brayer.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each folder below `cases` and below `spec/conformance` is a policy, an input and what is said of
/// it; the tables are read by the tests of the command line.
final class CaseTest {
    @TestFactory
    List<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Path root = Path.of(System.getProperty("brayer.root", "../.."));
        for (Path folders :
                List.of(
                        root.resolve("interpreter/policy/src/test/resources/cases"),
                        root.resolve("spec/conformance"))) {
            if (!Files.isDirectory(folders)) {
                continue;
            }
            try (var cases = Files.list(folders)) {
                for (Path folder : cases.sorted().toList()) {
                    if (Files.isDirectory(folder) && !folder.endsWith("tables")) {
                        tests.add(
                                dynamicTest(
                                        String.valueOf(folder.getFileName()), () -> check(folder)));
                    }
                }
            }
        }
        return tests;
    }

    private static void check(Path folder) throws IOException {
        String actual = Transcript.of(folder);
        Path expected = folder.resolve("expected.txt");
        String wanted = Files.exists(expected) ? Files.readString(expected) : "";
        if (!actual.equals(wanted) && "write".equals(System.getProperty("brayer.golden"))) {
            Files.writeString(expected, actual, StandardCharsets.UTF_8);
            fail("wrote " + expected);
        }
        assertEquals(wanted, actual, folder.toString());
    }
}
