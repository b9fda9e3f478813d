package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what happens: its blocks that begin with a file's name are that
/// project, and its console block is the command that runs on it. (Its first block, the two
/// commands, are what the launcher's and all other tests are for.)
class ReadmeTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern FILE = Pattern.compile("^(?:#|//) (\\S+\\.\\w+)\\n");

    @TempDir Path folder = Path.of("");

    @Test
    void theProjectOfTheReadmeBehavesAsShown() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        List<String> consoles = new ArrayList<>();
        String readme = Files.readString(TranscriptRunner.ROOT.resolve("README.md"));
        Matcher block = BLOCK.matcher(readme.substring(readme.indexOf("## A look")));
        while (block.find()) {
            Matcher file = FILE.matcher(block.group(2));
            if (file.find()) {
                Path path = folder.resolve(file.group(1));
                Files.createDirectories(path.resolve("..").normalize());
                Files.writeString(path, block.group(2));
            } else if (block.group(1).equals("console")) {
                consoles.add(block.group(2));
            }
        }
        assertEquals(1, consoles.size());
        String[] parts = consoles.getFirst().split("\n", 2);
        assertTrue(parts[0].startsWith("$ brayer "), parts[0]);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Program.run(
                        TranscriptRunner.words(parts[0].substring("$ brayer ".length())),
                        new Surroundings(
                                new ByteArrayInputStream(new byte[0]),
                                out,
                                err,
                                folder,
                                Map.of(),
                                false,
                                false));

        assertEquals(
                parts[1],
                out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8));
        assertEquals(1, exitCode);
    }
}
