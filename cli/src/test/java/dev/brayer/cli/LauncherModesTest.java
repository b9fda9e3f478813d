package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The launcher starts some commands without the libraries that others need.
final class LauncherModesTest {
    private static final Path LAUNCHER =
            Path.of(System.getProperty("brayer.root"), "cli/src/main/distribution/brayer");

    /// Commands that read git repositories, registries or image layouts.
    private static final Set<String> WITH_LIBRARIES =
            Set.of("run", "plan", "rollback", "history", "diff");

    @Test
    void startsLightOnlyWhatIsACommandAndNeedsNoLibrary() throws IOException {
        List<String> light = lightCommands();
        assertTrue(light.contains("check") && light.contains("render"), light.toString());
        for (String command : light) {
            assertTrue(
                    command.equals("help")
                            || Commands.isFamily(command)
                            || Commands.NAMES.contains(command),
                    command + " is no command");
            assertTrue(
                    !WITH_LIBRARIES.contains(command), command + " needs libraries beside brayer");
        }
    }

    /// The words of the first case that picks how to start.
    private static List<String> lightCommands() throws IOException {
        List<String> lines = Files.readAllLines(LAUNCHER);
        int at = lines.indexOf("case $command in") + 1;
        while (lines.get(at).strip().startsWith("#")) {
            at++;
        }
        String line = lines.get(at).strip();
        assertEquals(')', line.charAt(line.length() - 1), line);
        List<String> words = new ArrayList<>();
        for (String word : line.substring(0, line.length() - 1).split("\\|", -1)) {
            String stripped = word.strip();
            if (!stripped.equals("''")) {
                words.add(stripped);
            }
        }
        return words;
    }
}
