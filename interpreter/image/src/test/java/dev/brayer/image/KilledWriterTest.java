package dev.brayer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.image.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to the processes that write it, a layout is valid, and a tag is on all images
/// of its run or on none.
final class KilledWriterTest {
    @TempDir Path temporary;

    private Process start(String name, int runs) throws IOException {
        return new ProcessBuilder(command(name, runs))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> command(String name, int runs) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                LayoutWriter.class.getName(),
                temporary.toString(),
                name,
                Integer.toString(runs));
    }

    @Test
    void killedAtAnyMoment() throws Exception {
        for (int lines = 0; lines < 6; lines++) {
            Process writer = start("killed" + lines, Integer.MAX_VALUE);
            try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
                for (int line = 0; line < lines; line++) {
                    assertTrue(output.readLine() != null, "the writer ended by itself");
                }
                // No waiting: the writer is somewhere in its next step.
                writer.destroyForcibly();
                writer.waitFor();
            }
            requireValid();
        }
        Process after = start("after", 1);
        after.getInputStream().readAllBytes();
        assertEquals(0, after.waitFor());
        assertEquals(2, requireValid().get("after-0"));
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(temporary.resolve("dist/registry/.unfinished"))) {
            assertEquals(List.of(), listed(left));
        }
    }

    @Test
    void twoAtOnce() throws Exception {
        Process one = start("one", 8);
        Process other = start("other", 8);
        one.getInputStream().readAllBytes();
        other.getInputStream().readAllBytes();
        assertEquals(0, one.waitFor());
        assertEquals(0, other.waitFor());
        Map<String, Integer> tags = requireValid();
        assertEquals(16, tags.size());
        for (Map.Entry<String, Integer> tag : tags.entrySet()) {
            assertEquals(2, tag.getValue(), tag.getKey());
        }
    }

    /// A process that may only write small files meets what a full disk does: a write that ends
    /// with an error.
    @Test
    void aDiskThatIsFull() throws Exception {
        byte[] incompressible = new byte[400_000];
        new Random(1).nextBytes(incompressible);
        Path files = Files.createDirectories(temporary.resolve("files"));
        Files.write(files.resolve("full"), incompressible);
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "bash"));
        command.addAll(command("full", 1));
        Process writer = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, writer.waitFor(), said);
        assertTrue(said.contains("[image-store-unwritable]"), said);
        assertTrue(said.contains("images cannot be kept: file too large"), said);
        assertEquals(Map.of(), requireValid());
    }

    /// Checks every blob and every name; returns how many images each tag is on.
    private Map<String, Integer> requireValid() throws Exception {
        Path folder = temporary.resolve("dist/registry");
        Layout layout = new Layout(folder, "dist/registry");
        LayoutContents contents = new LayoutContents(layout);
        Map<String, Integer> tags = new HashMap<>();
        if (!layout.exists()) {
            return tags;
        }
        try (DirectoryStream<Path> blobs =
                Files.newDirectoryStream(folder.resolve("blobs/sha256"))) {
            for (Path blob : blobs) {
                Digest named = new Digest("sha256:" + blob.getFileName());
                try (InputStream content =
                        contents.blob(new Descriptor("", named, Files.size(blob)))) {
                    content.readAllBytes();
                }
            }
        }
        for (Layout.Named image : layout.named()) {
            assertTrue(Completeness.holds(contents, image.image().digest()), image.name());
            tags.merge(image.name().substring(image.name().lastIndexOf(':') + 1), 1, Integer::sum);
        }
        for (Map.Entry<String, Integer> tag : tags.entrySet()) {
            assertEquals(2, tag.getValue(), tag.getKey());
        }
        return tags;
    }

    private static List<Path> listed(Iterable<Path> paths) {
        List<Path> all = new ArrayList<>();
        paths.forEach(all::add);
        return all;
    }
}
