package dev.brayer.stencil.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.brayer.stencil.Formation;
import dev.brayer.stencil.ProjectFolder;
import dev.brayer.stencil.formation.FormationReader;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClashesTest {
    @TempDir Path root;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(root.resolve("stencils"));
        Files.writeString(
                root.resolve("stencils/a.yml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n");
    }

    private Formation formation(String name, String destination) throws IOException {
        Files.writeString(
                root.resolve(name + ".yml"),
                "formation: " + name + "\napplication: shop\ndestination: " + destination + "\n");
        Diagnostics diagnostics = new Diagnostics();
        Formation formation =
                FormationReader.read(
                        ProjectFolder.of(root, root, ""), name + ".yml", null, null, diagnostics);
        assertEquals(List.of(), diagnostics.toList());
        assertNotNull(formation);
        return formation;
    }

    private static List<String> shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::toString).toList();
    }

    @Test
    void twoFormationsMayNotWriteOneDirectory() throws IOException {
        Formation staging = formation("staging", "{ directory: dist/all }");
        Formation production = formation("production", "{ directory: ./dist/all/ }");
        Formation nested = formation("nested", "{ directory: dist/all/nested }");
        Formation other = formation("other", "{ directory: dist/alll }");
        assertEquals(
                List.of(
                        "production.yml:3:27: error: the formations `staging` and `production` write the same directory,"
                                + " ./dist/all/ [destination-shared]",
                        "nested.yml:3:27: error: the formations `staging` and `nested` write the same directory,"
                                + " dist/all/nested [destination-shared]"),
                shown(
                        Clashes.ofDestinations(List.of(staging, production)).isEmpty()
                                ? List.of()
                                : List.of(
                                        Clashes.ofDestinations(List.of(staging, production)).get(0),
                                        Clashes.ofDestinations(List.of(staging, nested)).get(0))));
        assertEquals(List.of(), Clashes.ofDestinations(List.of(staging, other)));
    }
}
