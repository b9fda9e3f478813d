package dev.brayer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Every transcript again, through the program as it is shipped.
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {
    @TempDir Path parent = Path.of("");

    @TestFactory
    Stream<DynamicTest> transcripts() throws IOException {
        return new TranscriptRunner(LauncherIT::run).tests(parent);
    }

    private static Transcript.Expected run(List<String> words, Path folder)
            throws IOException, InterruptedException {
        int redirect = words.indexOf("<");
        ShippedProgram.End end =
                ShippedProgram.run(
                        folder,
                        words.subList(1, redirect < 0 ? words.size() : redirect),
                        redirect < 0 ? null : folder.resolve(words.get(redirect + 1)),
                        Map.of("REGION", "eu-test-1"));
        return new Transcript.Expected(
                TranscriptRunner.lines(end.out()),
                TranscriptRunner.lines(end.err()),
                end.exitCode());
    }
}
