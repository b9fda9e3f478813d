package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `spec/testing.md` says what happens.
class TestingPageTest {
    @TempDir Path folder = Path.of("");

    @Test
    void everyBlockIsTrue() throws IOException {
        String page = Files.readString(TranscriptRunner.ROOT.resolve("spec/testing.md"));

        int commands = new PageRunner(folder).run(page).size();

        assertTrue(commands > 6, "only " + commands + " commands were found");
    }
}
