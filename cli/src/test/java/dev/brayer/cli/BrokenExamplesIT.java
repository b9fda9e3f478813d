package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// `examples/shop-broken` again, through the program as it is shipped; the expectations are those
/// of [BrokenExamplesTest]. Every report is one valid object.
@Execution(ExecutionMode.CONCURRENT)
class BrokenExamplesIT {
    private static final String FOLDER = "examples/shop-broken/";
    private static final Path EXPECTED = TranscriptRunner.ROOT.resolve(FOLDER + "expected");

    private record Seen(int exitCode, String text) {}

    @TestFactory
    Stream<DynamicTest> saysWhatIsExpected() throws IOException {
        ReportSchema schema = new ReportSchema();
        List<String> projects = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXPECTED)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .forEach(name -> projects.add(name.substring(0, name.length() - 5)));
        }
        return projects.stream()
                .map(project -> DynamicTest.dynamicTest(project, () -> check(project, schema)));
    }

    private static void check(String project, ReportSchema schema) throws Exception {
        String[] words = {"check", "-C", FOLDER + project};
        Seen text = run(true, words);
        Seen json = run(false, words[0], words[1], words[2], "--format", "json");
        String transcript =
                "$ brayer "
                        + String.join(" ", words)
                        + "\n"
                        + text.text()
                        + "[exit "
                        + text.exitCode()
                        + "]\n";
        assertAll(
                () -> assertEquals(expected(project + ".txt"), transcript),
                () -> assertEquals(expected(project + ".json"), json.text()),
                () -> assertEquals(text.exitCode(), json.exitCode()),
                () -> assertEquals(List.of(), schema.problems(json.text())));
    }

    private static String expected(String name) throws IOException {
        return Files.readString(EXPECTED.resolve(name));
    }

    private static Seen run(boolean both, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ShippedProgram.LAUNCHER.toString()));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command)
                        .directory(TranscriptRunner.ROOT.toFile())
                        .redirectErrorStream(both)
                        .redirectError(
                                both
                                        ? ProcessBuilder.Redirect.PIPE
                                        : ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Seen(process.waitFor(), text);
    }
}
