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

/// The conformance suite again, through the program as it is shipped. A table is one run.
class ConformanceIT {
    private static final Path PROGRAM =
            TranscriptRunner.ROOT.resolve("cli/target/brayer/bin/brayer");

    @TempDir Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> operators() throws Exception {
        return suite().table("operators");
    }

    @TestFactory
    Stream<DynamicTest> logic() throws Exception {
        return suite().table("logic");
    }

    @TestFactory
    Stream<DynamicTest> places() throws Exception {
        return suite().places();
    }

    @TestFactory
    Stream<DynamicTest> folders() throws Exception {
        return suite().folders();
    }

    private Conformance suite() {
        return new Conformance(ConformanceIT::run, folder);
    }

    private static String run(List<String> words, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(words.subList(1, words.size()));
        // A file, not a pipe: it cannot fill up and stop the program.
        Path out = Files.createTempFile("out", ".json");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        process.waitFor();
        String json = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        return json;
    }
}
