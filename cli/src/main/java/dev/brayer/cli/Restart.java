package dev.brayer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts the program once more, with all of its libraries.
///
/// Short commands start without the libraries beside brayer itself, since few of them ever need one
/// (see `bin/brayer`). Which of them does may turn out late: a `check` reads the repository of
/// snapshots only where a rule looks at the previous version and no directory holds it. Such a
/// command finds a class missing, and is begun again by this.
final class Restart {
    /// Set for the second start: the launcher then brings all libraries.
    private static final String WITH_LIBRARIES = "BRAYER_WITH_LIBRARIES";

    private Restart() {}

    /// Runs the same words with all libraries; `null` where that cannot help or would do a part of
    /// the work twice.
    static @Nullable Integer withLibraries(List<String> words, Surroundings surroundings) {
        String libraries = System.getProperty("brayer.lib");
        if (libraries == null
                || surroundings.environment().containsKey(WITH_LIBRARIES)
                || surroundings.isTouched()) {
            return null;
        }
        Path launcher = Path.of(libraries).resolveSibling("bin").resolve("brayer");
        return Files.isExecutable(launcher) ? run(launcher, words) : null;
    }

    private static @Nullable Integer run(Path launcher, List<String> words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(WITH_LIBRARIES, "1");
        try {
            Process process = builder.start();
            // Who ends the first process means the command.
            Thread end = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            return process.waitFor();
        } catch (IOException noProcess) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
