package dev.brayer.pipeline.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.model.Attempt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While the directory is exchanged again and again, somebody looks at it all the time.
final class WatchedSwapTest {
    private static final int SWAPS = 200;
    private static final List<String> NAMES = List.of("api.yml", "web.yml", "worker.yml");

    @TempDir Path folder;

    /// What a reader saw: how often it looked, how often all files were of one state, and what must
    /// not be.
    private static final class Seen {
        private int looks;
        private int whole;
        private int removed;
        private final List<String> wrong = new ArrayList<>();
    }

    @Test
    void aReaderNeverSeesTheDirectoryAbsentOrMixed() throws Exception {
        assertNotSame(
                FolderExchange.NONE,
                SystemExchange.get(),
                "this system is expected to exchange names in one step");
        apply(0);
        Assumptions.assumeTrue(
                canExchange(), "SKIPPED: this file system cannot exchange names in one step");
        AtomicBoolean done = new AtomicBoolean();
        Seen seen = new Seen();
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!done.get()) {
                                look(seen);
                            }
                        });
        try {
            for (int state = 1; state <= SWAPS; state++) {
                apply(state);
            }
        } finally {
            done.set(true);
            reader.join();
        }

        assertEquals(List.of(), seen.wrong);
        assertTrue(seen.looks > SWAPS, () -> "it looked " + seen.looks + " times only");
        assertTrue(
                seen.whole > SWAPS,
                () ->
                        "only "
                                + seen.whole
                                + " looks met a whole state, "
                                + seen.removed
                                + " files were gone");
    }

    /// Opens the directory once and reads its files through it, as `tar` or `kubectl apply -f` from
    /// within it would. A state whose files are being removed is an old one; what is left of it
    /// must still be of one state.
    private void look(Seen seen) {
        seen.looks++;
        List<String> states = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(target())) {
            SecureDirectoryStream<Path> directory = (SecureDirectoryStream<Path>) stream;
            for (String name : NAMES) {
                try (SeekableByteChannel file =
                        directory.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ))) {
                    ByteBuffer content = ByteBuffer.allocate(64);
                    int length = file.read(content);
                    states.add(
                            new String(
                                    content.array(),
                                    0,
                                    Math.max(0, length),
                                    StandardCharsets.UTF_8));
                } catch (NoSuchFileException removed) {
                    seen.removed++;
                }
            }
        } catch (IOException absent) {
            seen.wrong.add(absent.toString());
            return;
        }
        if (Set.copyOf(states).size() > 1) {
            seen.wrong.add("mixed: " + states);
        }
        if (states.size() == NAMES.size()) {
            seen.whole++;
        }
    }

    private boolean canExchange() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        return FolderExchange.OF_SYSTEM.exchange(one, other);
    }

    private void apply(int state) {
        List<PlannedFile> files = new ArrayList<>();
        for (String name : NAMES) {
            files.add(PlannedFile.of(name, "state " + state, "state " + state));
        }
        var destination =
                new DirectoryDestination(
                        target(), "dist", null, new DestinationOwner("shop", "staging"));
        Attempt<DestinationChange> change = destination.compute(files);
        Attempt<?> applied =
                change instanceof Attempt.Success<DestinationChange> success
                        ? destination.apply(success.value(), "tag-" + state)
                        : change;
        assertTrue(applied instanceof Attempt.Success<?>, applied::toString);
    }

    private Path target() {
        return folder.resolve("dist");
    }
}
