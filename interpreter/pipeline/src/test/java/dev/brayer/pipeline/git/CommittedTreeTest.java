package dev.brayer.pipeline.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read of a commit is what was committed, whatever stands on the disk.
final class CommittedTreeTest {
    @TempDir Path folder;

    @BeforeEach
    void commit() throws Exception {
        write("shop/stencils/web.yml", "then\n");
        write("shop/stencils/deep/er.yml", "deeper\n");
        write("shared/base.yml", "shared\n");
        Files.createSymbolicLink(folder.resolve("shop/link.yml"), Path.of("../shared/base.yml"));
        Files.createSymbolicLink(folder.resolve("shop/loop.yml"), Path.of("loop.yml"));
        Files.createSymbolicLink(folder.resolve("shop/out.yml"), Path.of("../../../etc/passwd"));
        QuietSystemReader.install();
        try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("one")
                    .setSign(false)
                    .setAuthor(new PersonIdent("Ada", "ada@example.org"))
                    .setCommitter(new PersonIdent("Ada", "ada@example.org"))
                    .call();
        }
        write("shop/stencils/web.yml", "now\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private CommittedTree open(String reference) {
        Diagnostics diagnostics = new Diagnostics();
        CommittedTree tree =
                CommittedTree.open(GitFolder.around(folder).orElseThrow(), reference, diagnostics);
        assertEquals(List.of(), diagnostics.toList());
        return Objects.requireNonNull(tree);
    }

    @Test
    void filesAndFoldersAreThoseOfTheCommit() throws IOException {
        try (CommittedTree tree = open("main")) {
            assertArrayEquals("then\n".getBytes(UTF_8), tree.read("shop/stencils/web.yml"));
            assertNull(tree.read("shop/stencils"));
            assertNull(tree.read("shop/none.yml"));
            assertEquals(
                    List.of("shop/stencils/deep/er.yml", "shop/stencils/web.yml"),
                    tree.below("shop/stencils"));
            assertEquals(List.of(), tree.below("shop/none"));
        }
    }

    @Test
    void linksAreFollowedWithinTheCommit() throws IOException {
        try (CommittedTree tree = open("HEAD")) {
            assertArrayEquals("shared\n".getBytes(UTF_8), tree.read("shop/link.yml"));
            assertNull(tree.read("shop/out.yml"));
            assertThrows(IOException.class, () -> tree.read("shop/loop.yml"));
        }
    }

    @Test
    void whatNamesNoCommitIsSaid() {
        for (String reference : List.of("mian", "HEAD~5", "", "main:shop", "a b", "^{")) {
            Diagnostics diagnostics = new Diagnostics();
            assertNull(
                    CommittedTree.open(
                            GitFolder.around(folder).orElseThrow(), reference, diagnostics),
                    reference);
            assertEquals(PipelineCode.BASE, diagnostics.toList().getFirst().code());
        }
        Diagnostics outside = new Diagnostics();
        assertNull(CommittedTree.open(null, "main", outside));
        assertEquals(PipelineCode.BASE, outside.toList().getFirst().code());
    }
}
