package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what happens. (Its first block, the two commands, are what the
/// launcher's and all other tests are for.)
class ReadmeTest {
    @TempDir Path folder = Path.of("");

    @Test
    void theProjectOfTheReadmeBehavesAsShown() throws IOException {
        String readme = Files.readString(TranscriptRunner.ROOT.resolve("README.md"));

        List<Integer> exitCodes =
                new PageRunner(folder).run(readme.substring(readme.indexOf("## A look")));

        assertEquals(List.of(1), exitCodes);
    }
}
