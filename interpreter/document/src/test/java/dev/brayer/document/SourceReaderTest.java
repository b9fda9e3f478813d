package dev.brayer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    @TempDir Path folder;

    @Test
    void text() throws IOException {
        Files.writeString(folder.resolve("a.yml"), "ä: 😀 \uFFFD");
        Diagnostics diagnostics = new Diagnostics();
        Source source =
                SourceReader.read(folder.resolve("a.yml"), "a.yml", Limits.DEFAULT, diagnostics);
        assertNotNull(source);
        assertEquals("ä: 😀 \uFFFD", source.text());
        assertEquals("a.yml", source.name());
    }

    @Test
    void missing() throws IOException {
        Files.writeString(folder.resolve("deployment.yml"), "a: 1");
        Diagnostic found = refused("deploiment.yml");
        assertEquals(
                "deploiment.yml: error: there is no file deploiment.yml [document-missing]",
                found.toString());
        assertEquals("did you mean `deployment.yml`?", found.hint());
        assertEquals(Outcome.INPUT, found.code().outcome());
        assertEquals("there is no file no/folder.yml", refused("no/folder.yml").message());
        assertEquals("there is no file deployment.yml/x", refused("deployment.yml/x").message());
    }

    @Test
    void folder() throws IOException {
        Files.createDirectory(folder.resolve("manifests"));
        assertEquals("manifests is a folder, a file was expected", refused("manifests").message());
    }

    @Test
    void otherEncodings() throws IOException {
        Files.write(
                folder.resolve("latin.yml"), "a: 1\nb: é".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "latin.yml is not UTF-8 text, first in line 2", refused("latin.yml").message());
        Files.write(folder.resolve("utf16.yml"), "a: 1".getBytes(StandardCharsets.UTF_16));
        assertEquals("utf16.yml is UTF-16, not UTF-8 text", refused("utf16.yml").message());
        Files.write(folder.resolve("binary.yml"), new byte[] {'a', 0, 'b'});
        assertEquals("binary.yml is binary, not UTF-8 text", refused("binary.yml").message());
    }

    @Test
    void tooLarge() throws IOException {
        Files.writeString(folder.resolve("large.yml"), "x".repeat(3 << 20));
        Limits limits = new Limits(2 << 20, 10, 10, 10, 10);
        Diagnostics diagnostics = new Diagnostics();
        assertNull(
                SourceReader.read(folder.resolve("large.yml"), "large.yml", limits, diagnostics));
        assertEquals(
                "[large.yml: error: large.yml is larger than 2 MiB, the limit [document-limit]]",
                diagnostics.toList().toString());
    }

    private Diagnostic refused(String name) {
        Diagnostics diagnostics = new Diagnostics();
        assertNull(SourceReader.read(folder.resolve(name), name, Limits.DEFAULT, diagnostics));
        assertEquals(1, diagnostics.errorCount());
        return diagnostics.toList().getFirst();
    }
}
