package dev.brayer.cli;

import dev.brayer.text.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes down what a bug of brayer left behind, so that the screen shows one sentence.
final class BugReport {
    private BugReport() {}

    static Diagnostic write(Throwable bug, List<String> words, Surroundings surroundings) {
        String kind = bug.getClass().getSimpleName();
        Diagnostic diagnostic =
                Diagnostic.error(
                        CommandLineCode.BUG,
                        null,
                        "brayer itself failed, with a "
                                + kind
                                + "; nothing is wrong with your files");
        try {
            // A folder per user: others may not read what an argument holds.
            Path file = Files.createTempFile("brayer-bug-", ".txt");
            Files.writeString(file, text(bug, words, surroundings));
            return diagnostic.withHint("please report it with " + file);
        } catch (IOException notWritable) {
            return diagnostic.withHint(
                    "please report it; the trace could not be written: "
                            + notWritable.getMessage());
        }
    }

    /// The arguments are left out: the value of a `--set` may be nobody's business.
    private static String text(Throwable bug, List<String> words, Surroundings surroundings) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        return Version.text()
                + "command: "
                + (words.isEmpty() ? "" : words.getFirst())
                + "\nfolder: "
                + surroundings.workingFolder()
                + "\nsystem: "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + "\n\n"
                + trace;
    }
}
