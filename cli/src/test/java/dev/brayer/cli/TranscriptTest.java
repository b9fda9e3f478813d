package dev.brayer.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every transcript, in this process.
class TranscriptTest {
    @TempDir Path parent = Path.of("");

    @TestFactory
    Stream<DynamicTest> transcripts() throws IOException {
        return new TranscriptRunner(TranscriptTest::run).tests(parent);
    }

    /// Runs `brayer WORDS` or `brayer WORDS < FILE`.
    private static Transcript.Expected run(List<String> words, Path folder) throws IOException {
        int redirect = words.indexOf("<");
        List<String> arguments = words.subList(1, redirect < 0 ? words.size() : redirect);
        byte[] input =
                redirect < 0
                        ? new byte[0]
                        : java.nio.file.Files.readAllBytes(folder.resolve(words.get(redirect + 1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(
                        new ByteArrayInputStream(input),
                        out,
                        err,
                        folder,
                        Map.of("REGION", "eu-test-1"),
                        false,
                        false);
        int exitCode = Program.run(arguments, surroundings);
        return new Transcript.Expected(
                TranscriptRunner.lines(out.toString(StandardCharsets.UTF_8)),
                TranscriptRunner.lines(err.toString(StandardCharsets.UTF_8)),
                exitCode);
    }
}
