package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However the path of a stencil is written, `brayer check` shows what is wrong with it.
final class StencilPathTest {
    @TempDir private Path temporary;
    private Path project;

    @BeforeEach
    void write() throws IOException {
        project = temporary.toRealPath();
        file(
                "pipeline.yml",
                """
                application: shop
                formations: [formations/production.yml]
                policies: [policies/]
                """);
        file(
                "stencils/web.yml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  replicas: 1
                """);
        file(
                "formations/production.yml",
                """
                formation: production
                destination: { directory: dist/production }
                """);
        file(
                "policies/replicas.cop",
                "rule TwoAtLeast ensure on Deployment { spec.replicas default 1 >= 2 }\n");
    }

    @Test
    void fromTheRootOfTheFileSystem() {
        assertFails(project, project.resolve("stencils/web.yml").toString());
    }

    @Test
    void fromTheFolderOfTheStencils() {
        assertFails(project.resolve("stencils"), "web.yml");
        assertFails(project.resolve("stencils"), ".");
    }

    @Test
    void fromAnotherFolderOfTheProject() {
        assertFails(project.resolve("policies"), "../stencils/web.yml");
    }

    private void assertFails(Path folder, String path) {
        Invocation check = Invocation.of(folder, List.of("check", path));
        assertTrue(check.both().contains("web.yml:6:13: failed TwoAtLeast"), check.both());
        assertEquals(1, check.exitCode());
    }

    private void file(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
