package dev.brayer.stencil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A work tree `tree` with a project `tree/shop`, beside a file that is nobody's business.
final class ProjectFolderTest {
    @TempDir Path folder;

    private Path project;

    @BeforeEach
    void files() throws IOException {
        project = folder.resolve("tree/shop");
        Files.createDirectories(project.resolve("stencils/sub"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(folder.resolve("tree/shared.txt"), "shared");
        Files.writeString(project.resolve("own.txt"), "own");
        Files.writeString(project.resolve("stencils/b.yml"), "");
        Files.writeString(project.resolve("stencils/sub/a.yaml"), "");
        Files.writeString(project.resolve("stencils/notes.md"), "");
    }

    private ProjectFolder opened() throws IOException {
        return ProjectFolder.of(project, folder.resolve("tree"), "shop/");
    }

    @Test
    void readsWithinTheWorkTree() throws IOException {
        ProjectFolder.Read.Text own =
                assertInstanceOf(ProjectFolder.Read.Text.class, opened().read("own.txt"));
        assertEquals("shop/own.txt", own.source().name());
        assertEquals("own", own.source().text());
        assertInstanceOf(ProjectFolder.Read.Text.class, opened().read("../shared.txt"));
    }

    @Test
    void leavesItNeitherByDotsNorByLinks() throws IOException {
        Files.createSymbolicLink(project.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(project.resolve("up"), folder);
        assertInstanceOf(ProjectFolder.Read.Outside.class, opened().read("../../secret.txt"));
        assertInstanceOf(ProjectFolder.Read.Outside.class, opened().read("../../nothing.txt"));
        assertInstanceOf(ProjectFolder.Read.Outside.class, opened().read("link.txt"));
        assertInstanceOf(ProjectFolder.Read.Outside.class, opened().read("up/secret.txt"));
        assertInstanceOf(
                ProjectFolder.Read.Outside.class,
                opened().read(folder.resolve("secret.txt").toString()));
    }

    @Test
    void findsStencilsOfTheWorkTreeOnly() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/x.yml"), "");
        Files.createSymbolicLink(project.resolve("stencils/linked"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(project.resolve("stencils/sub/loop"), project.resolve("stencils"));
        assertEquals(List.of("b.yml", "sub/a.yaml"), opened().yamlFiles("stencils"));
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Files.write(project.resolve("latin.txt"), new byte[] {'a', (byte) 0xE9});
        assertInstanceOf(ProjectFolder.Read.Absent.class, opened().read("nothing.txt"));
        assertInstanceOf(ProjectFolder.Read.Absent.class, opened().read("own.txt/x"));
        assertInstanceOf(ProjectFolder.Read.Unreadable.class, opened().read("stencils"));
        assertInstanceOf(ProjectFolder.Read.Unreadable.class, opened().read("latin.txt"));
    }
}
