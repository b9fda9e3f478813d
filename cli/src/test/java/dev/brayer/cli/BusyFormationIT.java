package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs at once into one formation: the first goes on, the second ends at once.
class BusyFormationIT {
    @TempDir Path folder;

    @Test
    void theSecondRunEndsAndSaysWhoIsAtWork() throws Exception {
        SmallProject project =
                SmallProject.make(
                        folder,
                        1,
                        """
                        - test: { run: "touch started; while [ ! -e go ]; do sleep 0.05; done" }
                        - render
                        - deploy
                        """);
        ShippedProgram first = ShippedProgram.start(project.folder, "run");
        first.awaitFile(project.folder.resolve("started"));

        ShippedProgram.End second =
                ShippedProgram.run(
                        project.folder, "run", "--set", "release=two", "--format", "json");
        ShippedProgram.End rollback = ShippedProgram.run(project.folder, "rollback", "production");
        ShippedProgram.End plan = ShippedProgram.run(project.folder, "diff");
        project.write("go", "");
        ShippedProgram.End end = first.await();

        second.assertExit(9);
        JsonObject busy = InterruptedRunIT.onlyDiagnostic(second.out(), "formation-busy");
        assertTrue(
                busy.get("message")
                        .getAsString()
                        .matches(
                                "another run \\(process \\d+ on \\S+ since \\d{4}-\\d\\d-\\d\\d "
                                        + "\\d\\d:\\d\\d:\\d\\d UTC\\) is at work on formation `production`"),
                busy::toString);
        assertEquals("wait for it to end; nothing was changed", busy.get("hint").getAsString());
        rollback.assertExit(9);
        plan.assertExit(0);
        end.assertExit(0);
        assertEquals(Map.of("settings-1.yml", "one"), project.releases());
    }
}
