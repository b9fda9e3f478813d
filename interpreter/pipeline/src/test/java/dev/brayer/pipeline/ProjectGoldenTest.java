package dev.brayer.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each folder of `src/test/resources/projects` is a project, and its `expected.txt` what opening
/// and checking it, and asking for its destinations, says. `-Dbrayer.golden=write` rewrites the
/// expectations, and fails.
final class ProjectGoldenTest {
    private static final Path PROJECTS = Path.of("src", "test", "resources", "projects");

    @TestFactory
    Stream<DynamicTest> projects() throws IOException {
        try (Stream<Path> folders = Files.list(PROJECTS)) {
            List<Path> sorted = folders.sorted().toList();
            assertFalse(sorted.isEmpty());
            return sorted.stream()
                    .map(folder ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(folder.getFileName()), () -> run(folder)));
        }
    }

    private static void run(Path folder) throws IOException {
        String actual = describe(folder);
        Path expected = folder.resolve("expected.txt");
        String golden = Files.exists(expected) ? Files.readString(expected) : "";
        if (!golden.equals(actual) && "write".equals(System.getProperty("brayer.golden"))) {
            Files.writeString(expected, actual);
        }
        assertEquals(golden, actual);
    }

    private static String describe(Path folder) {
        OpenedProject opened = Project.open(folder, folder);
        CheckedProject checked = CheckProject.check(opened, new TestProject(folder).check());
        StringBuilder text = new StringBuilder();
        print(text, checked.diagnostics());
        opened.project()
                .ifPresent(project -> {
                    for (Stage stage : project.pipeline().stages()) {
                        text.append("stage ")
                                .append(stage.name())
                                .append(": ")
                                .append(stage.kind().word())
                                .append(" after ")
                                .append(stage.needs())
                                .append('\n');
                    }
                    Diagnostics destinations = new Diagnostics();
                    for (var formation : project.formations()) {
                        new Destinations(project).of(formation, destinations);
                    }
                    print(text, destinations.toList());
                });
        return text.toString();
    }

    private static void print(StringBuilder text, List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            text.append(diagnostic).append('\n');
            if (diagnostic.hint() != null) {
                text.append("    hint: ").append(diagnostic.hint()).append('\n');
            }
            for (Diagnostic.Related related : diagnostic.related()) {
                text.append("    ")
                        .append(related.place())
                        .append(": ")
                        .append(related.message())
                        .append('\n');
            }
        }
    }

    /// Each code is met by an expectation or named in a test.
    @Test
    void everyCodeIsTestedAndExplained() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "test"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tests.append(Files.readString(file));
            }
        }
        List<String> missing = new ArrayList<>();
        for (PipelineCode code : PipelineCode.values()) {
            assertTrue(code.explanation().length() > 40, code.id());
            if (tests.indexOf(code.id()) < 0 && tests.indexOf("PipelineCode." + code.name()) < 0) {
                missing.add(code.id());
            }
        }
        assertEquals(List.of(), missing);
    }
}
