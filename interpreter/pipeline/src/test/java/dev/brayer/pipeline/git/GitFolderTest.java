package dev.brayer.pipeline.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitFolderTest {
    private static final String COMMIT = "1f2e3d4c5b6a79881f2e3d4c5b6a79881f2e3d4c";

    @TempDir Path folder;

    @Test
    void readsALooseBranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/topic/one\n");
        write(".git/refs/heads/topic/one", COMMIT + "\n");
        assertEquals(new Head(COMMIT, "topic/one"), head(folder.resolve("deep/inside")));
        assertEquals("1f2e3d4", head(folder).shortCommit());
    }

    @Test
    void readsAPackedBranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled\n"
                        + "0".repeat(40)
                        + " refs/heads/mainline\n"
                        + COMMIT
                        + " refs/heads/main\n^"
                        + "1".repeat(40)
                        + "\n");
        assertEquals(new Head(COMMIT, "main"), head(folder));
    }

    @Test
    void readsADetachedHead() throws IOException {
        write(".git/HEAD", COMMIT + "\n");
        assertEquals(new Head(COMMIT, null), head(folder));
    }

    @Test
    void readsALinkedWorkTree() throws IOException {
        write("main/.git/worktrees/other/HEAD", "ref: refs/heads/other\n");
        write("main/.git/worktrees/other/commondir", "../..\n");
        write("main/.git/refs/heads/other", COMMIT + "\n");
        write("other/.git", "gitdir: ../main/.git/worktrees/other\n");
        assertEquals(new Head(COMMIT, "other"), head(folder.resolve("other")));
        assertEquals(
                folder.resolve("other"),
                GitFolder.around(folder.resolve("other")).orElseThrow().workTree());
    }

    @Test
    void knowsNothingOfWhatItCannotRead() throws IOException {
        write(".git/HEAD", "ref: refs/heads/.invalid\n");
        assertEquals(Optional.empty(), GitFolder.around(folder).orElseThrow().head());
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", "ref: refs/heads/main\n");
        assertEquals(Optional.empty(), GitFolder.around(folder).orElseThrow().head());
        write(".git/HEAD", "ref: refs/../../secret\n");
        assertTrue(GitFolder.around(folder).orElseThrow().head().isEmpty());
    }

    private static Head head(Path start) {
        return GitFolder.around(start).orElseThrow().head().orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
