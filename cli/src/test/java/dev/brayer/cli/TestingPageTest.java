package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `spec/testing.md` says what happens: its blocks that begin with a file's name are that file, its
/// console blocks are commands and what they print, in the order of the page.
class TestingPageTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern FILE = Pattern.compile("^(?:#|//) (\\S+\\.\\w+)\\n");

    @TempDir Path folder = Path.of("");

    @Test
    void everyBlockIsTrue() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        String page = Files.readString(TranscriptRunner.ROOT.resolve("spec/testing.md"));
        Matcher block = BLOCK.matcher(page);
        int commands = 0;
        while (block.find()) {
            Matcher file = FILE.matcher(block.group(2));
            if (file.find()) {
                Path path = folder.resolve(file.group(1));
                Files.createDirectories(path.resolve("..").normalize());
                Files.writeString(path, block.group(2));
            } else if (block.group(1).equals("console")) {
                commands += run(block.group(2));
            }
        }
        assertTrue(commands > 6, "only " + commands + " commands were found");
    }

    private int run(String console) {
        int commands = 0;
        List<String> lines = new ArrayList<>(console.lines().toList());
        while (!lines.isEmpty()) {
            String command = lines.removeFirst();
            assertTrue(command.startsWith("$ brayer "), command);
            StringBuilder expected = new StringBuilder();
            while (!lines.isEmpty() && !lines.getFirst().startsWith("$ ")) {
                expected.append(lines.removeFirst()).append('\n');
            }
            List<String> words = TranscriptRunner.words(command.substring("$ brayer ".length()));
            String seen = Invocation.of(folder, words).both();
            assertTrue(
                    pattern(expected.toString()).matcher(seen).matches(),
                    () -> command + "\n--- expected\n" + expected + "--- seen\n" + seen);
            commands++;
        }
        return commands;
    }

    /// `…` stands for any text in its line, and alone for any lines.
    private static Pattern pattern(String expected) {
        StringBuilder pattern = new StringBuilder();
        for (String line : expected.lines().toList()) {
            if (line.equals("…")) {
                pattern.append("(?:.*\\n)*?");
            } else {
                pattern.append(Pattern.quote(line).replace("…", "\\E.*\\Q")).append("\\n");
            }
        }
        return Pattern.compile(pattern.toString());
    }
}
