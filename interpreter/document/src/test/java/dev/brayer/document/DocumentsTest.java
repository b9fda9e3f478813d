package dev.brayer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each file in `documents` and, in the file `NAME.expected` beside it, the tree and the complaints
/// that it gives.
class DocumentsTest {
    private static final Path FOLDER = Resources.folder("documents");

    @TestFactory
    Stream<DynamicTest> documents() throws IOException {
        return files().stream()
                .filter(file -> !file.toString().endsWith(".expected"))
                .map(file ->
                        DynamicTest.dynamicTest(
                                String.valueOf(file.getFileName()), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Diagnostics diagnostics = new Diagnostics();
        Source source = SourceReader.read(file, name, Limits.DEFAULT, diagnostics);
        ReadResult result =
                source == null
                        ? ReadResult.unread(Source.unread(name), diagnostics.toList())
                        : DocumentReader.read(source);
        String actual = TreePrinter.print(result);
        Path expected = file.resolveSibling(name + ".expected");
        if (Files.exists(expected) && Files.readString(expected).equals(actual)) {
            return;
        }
        if ("write".equals(System.getProperty("brayer.golden"))) {
            Files.writeString(expected, actual);
            fail(expected + " was written");
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", actual);
    }

    @Test
    void everyExpectationHasItsFile() throws IOException {
        for (Path file : files()) {
            String name = file.toString();
            if (name.endsWith(".expected")) {
                assertTrue(
                        Files.exists(
                                Path.of(name.substring(0, name.length() - ".expected".length()))),
                        name);
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
