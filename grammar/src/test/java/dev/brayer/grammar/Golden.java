package dev.brayer.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Expected results beside the inputs of the language tests. With `-Dbrayer.golden=write` they are
/// written, and the run still fails, so that nobody takes the writing for a pass.
public final class Golden {
    private static final boolean WRITE = "write".equals(System.getProperty("brayer.golden"));

    private Golden() {}

    /// A folder of the test resources, in the source tree.
    public static Path folder(String name) {
        return root().resolve("grammar/src/test/resources").resolve(name);
    }

    /// The root of the project.
    public static Path root() {
        return Path.of(System.getProperty("brayer.root", ".."));
    }

    /// The files of a folder with an ending, by name.
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static Source source(Path file) {
        return Source.of(String.valueOf(file.getFileName()), read(file));
    }

    public static void check(Path expected, String actual) {
        String before = Files.exists(expected) ? read(expected) : "";
        if (before.equals(actual)) {
            return;
        }
        if (WRITE) {
            try {
                Files.writeString(expected, actual);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            fail("wrote " + expected + "; look at it and run again without brayer.golden");
        }
        assertEquals(before, actual, "differs from " + expected);
    }

    /// Diagnostics as a person sees them.
    public static String show(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            text.append(diagnostic).append('\n');
            if (diagnostic.place() != null) {
                text.append(Excerpt.of(diagnostic.place()));
            }
            if (diagnostic.hint() != null) {
                text.append("  hint: ").append(diagnostic.hint()).append('\n');
            }
            for (Diagnostic.Related related : diagnostic.related()) {
                text.append("  ")
                        .append(related.place())
                        .append(": ")
                        .append(related.message())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
