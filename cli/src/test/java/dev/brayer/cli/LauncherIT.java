package dev.brayer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every transcript again, through the program as it is shipped.
class LauncherIT {
    private static final Path PROGRAM =
            TranscriptRunner.ROOT.resolve("cli/target/brayer/bin/brayer");

    @TempDir Path parent = Path.of("");

    @TestFactory
    Stream<DynamicTest> transcripts() throws IOException {
        return new TranscriptRunner(LauncherIT::run).tests(parent);
    }

    private static Transcript.Expected run(List<String> words, Path folder)
            throws IOException, InterruptedException {
        int redirect = words.indexOf("<");
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(words.subList(1, redirect < 0 ? words.size() : redirect));
        // Files, not pipes: neither stream may fill up and stop the program.
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("REGION", "eu-test-1");
        builder.environment().remove("CI");
        if (redirect >= 0) {
            builder.redirectInput(folder.resolve(words.get(redirect + 1)).toFile());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        Transcript.Expected result =
                new Transcript.Expected(
                        TranscriptRunner.lines(Files.readString(out, StandardCharsets.UTF_8)),
                        TranscriptRunner.lines(Files.readString(err, StandardCharsets.UTF_8)),
                        exitCode);
        Files.delete(out);
        Files.delete(err);
        return result;
    }
}
