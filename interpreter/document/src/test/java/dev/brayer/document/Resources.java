package dev.brayer.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files that tests are made of.
public final class Resources {
    private Resources() {}

    public static Path folder(String name) {
        return Path.of(
                System.getProperty("brayer.root", "../.."),
                "interpreter/document/src/test/resources",
                name);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The rows of a table: columns separated by tabs, lines that begin with `# ` left out.
    static List<String[]> table(String name) {
        List<String[]> rows = new ArrayList<>();
        for (String line : read(folder(name)).split("\n")) {
            if (!line.startsWith("# ") && !line.isEmpty()) {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }
}
