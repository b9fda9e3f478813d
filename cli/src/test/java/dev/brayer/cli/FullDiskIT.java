package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room, made of a tiny file system in memory; only root may do that.
class FullDiskIT {
    @TempDir Path folder;

    private boolean mounted;

    private void mount(Path at, String size) throws IOException, InterruptedException {
        Files.createDirectories(at);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "brayer-test", at.toString());
        Assumptions.assumeTrue(mounted, "SKIPPED: no tmpfs can be mounted here; it needs root");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertTrue(run("umount", folder.resolve("small").toString()));
        }
    }

    @Test
    void theDestinationKeepsItsOldState() throws Exception {
        mount(folder.resolve("small"), "64k");
        SmallProject project = SmallProject.make(folder, 1, "- render\n- deploy\n");
        project.write(
                "formations/production.yml",
                """
                formation: production
                destination: { directory: small/production }
                values: { release: one }
                """);
        ShippedProgram.run(project.folder, "run").assertExit(0);
        Path deployed = project.folder.resolve("small/production/settings-1.yml");
        String before = Files.readString(deployed);
        project.write("formations/release.txt", "x".repeat(200_000));
        project.write(
                "formations/production.yml",
                """
                formation: production
                destination: { directory: small/production }
                values: { release: { file: formations/release.txt } }
                """);

        ShippedProgram.End end = ShippedProgram.run(project.folder, "run", "--format", "json");

        end.assertExit(8);
        JsonObject failed = InterruptedRunIT.onlyDiagnostic(end.out(), "destination-failed");
        assertEquals(
                "`small/production` cannot be written: no space left on device",
                failed.get("message").getAsString());
        assertEquals("nothing in it was changed", failed.get("hint").getAsString());
        assertEquals("formations/production.yml", failed.get("file").getAsString());
        assertEquals(before, Files.readString(deployed));
        assertEquals(List.of("production"), names(folder.resolve("small")));
    }

    @Test
    void withoutRoomForTheSnapshotNothingIsDeployed() throws Exception {
        mount(folder.resolve("small"), "400k");
        SmallProject project =
                SmallProject.make(folder.resolve("small"), 1, "- render\n- deploy\n");
        ShippedProgram.run(project.folder, "run").assertExit(0);
        fill(project.folder);

        ShippedProgram.End end =
                ShippedProgram.run(
                        project.folder, "run", "--set", "release=two", "--format", "json");

        end.assertExit(8);
        InterruptedRunIT.validReport(end.out());
        assertTrue(end.out().contains("o space left on device"), end.out());
        assertFalse(end.out().contains("internal"), end.out());
        assertEquals(Map.of("settings-1.yml", "one"), project.releases());
        assertEquals(List.of(), project.leftBeside());
        Files.delete(project.folder.resolve("filler"));
        ShippedProgram.run(project.folder, "run", "--set", "release=two").assertExit(0);
        assertEquals(Map.of("settings-1.yml", "two"), project.releases());
    }

    private static void fill(Path where) throws IOException, InterruptedException {
        run("dd", "if=/dev/zero", "of=" + where.resolve("filler"), "bs=1k");
    }

    private static List<String> names(Path where) throws IOException {
        try (var files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
