package dev.brayer.pipeline.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuietSystemReaderTest {
    @TempDir Path folder;

    /// Whatever JGit measured would be finer.
    @Test
    void nothingIsMeasured() {
        QuietSystemReader.install();

        assertEquals(
                Duration.ofSeconds(2),
                FS.FileStoreAttributes.get(folder).getFsTimestampResolution());
    }
}
