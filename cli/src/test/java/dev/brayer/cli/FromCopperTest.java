package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs what `spec/language/from-copper.md` says of each difference.
final class FromCopperTest {
    private static final Path PAGE = TranscriptRunner.ROOT.resolve("spec/language/from-copper.md");
    private static final String FENCE = "```";
    private static final String HERE = "here: ";

    @TempDir Path folder = Path.of("");

    @TestFactory
    List<DynamicTest> differences() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String marker = "";
        StringBuilder block = new StringBuilder();
        String object = "";
        for (String line : Files.readAllLines(PAGE)) {
            if (!line.startsWith(FENCE)) {
                if (marker.equals("copper")) {
                    int comment = line.indexOf("// there: ");
                    String condition = line.substring(0, comment).strip();
                    tests.add(
                            test(
                                    "rule R ensure {\n" + condition + "\n}\n",
                                    expected(line),
                                    object,
                                    condition));
                }
                block.append(line).append('\n');
            } else if (marker.isEmpty()) {
                marker = line.substring(FENCE.length());
                block.setLength(0);
            } else {
                if (marker.equals("yaml object")) {
                    object = block.toString();
                } else if (marker.startsWith("copper-file")) {
                    tests.add(test(block.toString(), expected(marker), object, block.toString()));
                }
                marker = "";
            }
        }
        assertTrue(tests.size() > 20, "only " + tests.size() + " cases were found");
        return tests;
    }

    private static String expected(String line) {
        return line.substring(line.lastIndexOf(HERE) + HERE.length()).strip();
    }

    private DynamicTest test(String rules, String expected, String object, String name) {
        return DynamicTest.dynamicTest(
                name.strip(),
                () -> {
                    Path own = Files.createTempDirectory(folder, "case");
                    Files.writeString(own.resolve("rules.cop"), rules);
                    Files.writeString(own.resolve("object.yml"), object);
                    Invocation invocation =
                            Invocation.of(
                                    own,
                                    List.of(
                                            "copper",
                                            "check",
                                            "--rules",
                                            "rules.cop",
                                            "--file",
                                            "object.yml"));
                    String lines = "Validating part 0\n";
                    String out =
                            expected.equals("error")
                                    ? lines + "Aborting\n"
                                    : lines + "\tR - " + expected + "\n";
                    assertEquals(out, invocation.out(), invocation.both());
                    assertEquals(
                            switch (expected) {
                                case "PASS" -> 0;
                                case "FAIL" -> 1;
                                default -> 2;
                            },
                            invocation.exitCode());
                });
    }
}
