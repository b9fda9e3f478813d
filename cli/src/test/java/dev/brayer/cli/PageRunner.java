package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Does what a page shows, in a folder: its blocks that begin with a file's name are that file, its
/// console blocks are commands and what they print, in the order of the page.
final class PageRunner {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern FILE = Pattern.compile("^(?:#|//) (\\S+\\.\\w+)\\n");

    private final Path folder;
    private final List<Integer> exitCodes = new ArrayList<>();

    PageRunner(Path folder) throws IOException {
        this.folder = folder;
        // Reports name files from the git root; this keeps it inside.
        Files.createDirectory(folder.resolve(".git"));
    }

    /// How the commands of a page ended.
    List<Integer> run(String page) throws IOException {
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            Matcher file = FILE.matcher(block.group(2));
            if (file.find()) {
                Path path = folder.resolve(file.group(1));
                Files.createDirectories(path.resolve("..").normalize());
                Files.writeString(path, block.group(2));
            } else if (block.group(1).equals("console")) {
                runConsole(block.group(2));
            }
        }
        return exitCodes;
    }

    private void runConsole(String console) {
        List<String> lines = new ArrayList<>(console.lines().toList());
        while (!lines.isEmpty()) {
            String command = lines.removeFirst();
            assertTrue(command.startsWith("$ brayer "), command);
            StringBuilder expected = new StringBuilder();
            while (!lines.isEmpty() && !lines.getFirst().startsWith("$ ")) {
                expected.append(lines.removeFirst()).append('\n');
            }
            List<String> words = TranscriptRunner.words(command.substring("$ brayer ".length()));
            Invocation invocation = Invocation.of(folder, words);
            String seen = invocation.both();
            assertTrue(
                    pattern(expected.toString()).matcher(seen).matches(),
                    () -> command + "\n--- expected\n" + expected + "--- seen\n" + seen);
            exitCodes.add(invocation.exitCode());
        }
    }

    /// `…` stands for any text in its line, and alone for any lines.
    static Pattern pattern(String expected) {
        StringBuilder pattern = new StringBuilder();
        for (String line : expected.lines().toList()) {
            if (line.strip().equals("…")) {
                pattern.append("(?:.*\\n)*?");
            } else {
                pattern.append(Pattern.quote(line).replace("…", "\\E.*\\Q")).append("\\n");
            }
        }
        return Pattern.compile(pattern.toString());
    }
}
