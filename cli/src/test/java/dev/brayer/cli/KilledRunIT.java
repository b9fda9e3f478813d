package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL at any moment of a run: what is deployed is one whole state, and the next run goes on as
/// if nothing had been. `-Dbrayer.kills=200` tries more moments.
class KilledRunIT {
    private static final int KILLS = Integer.getInteger("brayer.kills", 6);
    private static final int STENCILS = 30;

    @TempDir Path folder;

    @Test
    void theNextRunGoesOn() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SmallProject project =
                SmallProject.make(
                        folder, STENCILS, "- test: { run: 'true' }\n- render\n- deploy\n");
        long start = System.nanoTime();
        ShippedProgram.run(project.folder, "run").assertExit(0);
        long usual = (System.nanoTime() - start) / 1_000_000;
        String deployed = "one";
        for (int kill = 1; kill <= KILLS; kill++) {
            String what = "seed " + seed + ", kill " + kill;
            String release = "killed-" + kill;
            ShippedProgram program =
                    ShippedProgram.start(project.folder, "run", "--set", "release=" + release);
            Thread.sleep(random.nextLong(usual + usual / 10));
            program.kill();
            boolean ended = program.await().exitCode() == 0;

            Map<String, String> left = project.releases();
            assertEquals(STENCILS, left.size(), what);
            Set<String> releases = Set.copyOf(left.values());
            boolean old = releases.equals(Set.of(deployed)) && !ended;
            assertTrue(old || releases.equals(Set.of(release)), what + ": " + releases);

            deployed = "after-" + kill;
            ShippedProgram.run(project.folder, "run", "--set", "release=" + deployed).assertExit(0);
            assertEquals(Set.of(deployed), Set.copyOf(project.releases().values()), what);
            assertEquals(List.of(), project.leftBeside(), what);
        }
        ShippedProgram.run(project.folder, "history", "--limit", "0").assertExit(0);
    }
}
