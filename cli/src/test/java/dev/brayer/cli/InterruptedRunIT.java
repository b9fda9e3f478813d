package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SIGINT and SIGTERM while a stage runs, while images are made and while a deployment is proved;
/// and time limits, which end a stage the same way.
class InterruptedRunIT {
    /// Writes the ids of all that it starts: itself, a child, and a grandchild that left its
    /// family.
    private static final String FAMILY =
            """
            echo $$ >>pids
            sleep 300 &
            echo $! >>pids
            ($(command -v setsid) sh -c 'echo $$ >>pids; exec sleep 300' &)
            while [ "$(wc -l <pids)" -lt 3 ]; do sleep 0.02; done
            touch started
            wait
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aRunningStageEndsWithItsFamily(String signal, int exitCode) throws Exception {
        SmallProject project =
                SmallProject.make(folder, 2, "- test: { run: sh family.sh }\n- render\n- deploy\n");
        project.write("family.sh", FAMILY);
        ShippedProgram program = ShippedProgram.start(project.folder, "run", "--format", "json");
        program.awaitFile(project.folder.resolve("started"));
        program.signal(signal);

        ShippedProgram.End end = program.await();

        end.assertExit(exitCode);
        JsonObject report = validReport(end.out());
        assertTrue(report.getAsJsonObject("run").get("interrupted").getAsBoolean(), end.out());
        assertTrue(end.err().contains("test  interrupted in "), end.err());
        assertTrue(end.err().contains("\ninterrupted in "), end.err());
        assertFamilyGone(project);
        assertFalse(project.isDeployed());
        assertRunsNow(project);
    }

    @Test
    void aTimeLimitEndsAStageWithItsFamily() throws Exception {
        SmallProject project =
                SmallProject.make(
                        folder,
                        2,
                        "- test: { run: sh family.sh, timeout: 2s }\n- render\n- deploy\n");
        project.write("family.sh", FAMILY);

        ShippedProgram.End end = ShippedProgram.run(project.folder, "run", "--format", "json");

        end.assertExit(7);
        assertEquals(
                "stage `test` was stopped: its time limit of 2s passed",
                onlyDiagnostic(end.out(), "stage-time-limit").get("message").getAsString());
        assertFamilyGone(project);
        assertFalse(project.isDeployed());
        assertRunsNow(project);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void imagesThatAreBeingMadeAreGivenUp(String signal, int exitCode) throws Exception {
        // It takes connections and never answers.
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(120_000);
            SmallProject project = SmallProject.make(folder, 2, "- build\n- render\n- deploy\n");
            project.write("site/index.html", "<h1>The shop</h1>\n");
            project.write(
                    "pipeline.yml",
                    """
                    application: shop
                    registry: localhost:%d
                    formations: [formations/production.yml]
                    images:
                      web: { build: { files: [{ from: site, to: /srv }] } }
                    """
                            .formatted(silent.getLocalPort()));
            ShippedProgram program =
                    ShippedProgram.start(project.folder, "run", "--format", "json");
            silent.accept();
            program.signal(signal);

            ShippedProgram.End end = program.await();

            end.assertExit(exitCode);
            validReport(end.out());
            assertFalse(project.isDeployed());
            assertRunsNow(project);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aDeploymentThatIsBeingProvedIsRecordedAsInterrupted(String signal, int exitCode)
            throws Exception {
        SmallProject project = SmallProject.make(folder, 2, "- render\n- deploy\n");
        ShippedProgram.run(project.folder, "run").assertExit(0);
        project.pipeline(
                """
                - render
                - deploy: { probe: "touch started; sleep 300", on-failure: rollback }
                """);
        ShippedProgram program =
                ShippedProgram.start(
                        project.folder, "run", "--set", "release=two", "--format", "json");
        program.awaitFile(project.folder.resolve("started"));
        program.signal(signal);

        ShippedProgram.End end = program.await();

        end.assertExit(exitCode);
        validReport(end.out());
        assertEquals(Map.of("settings-1.yml", "two", "settings-2.yml", "two"), project.releases());
        assertEquals(List.of(), project.leftBeside());
        assertEquals(List.of("interrupted", "succeeded"), states(project));
        assertRunsNow(project);
        assertEquals(List.of("succeeded", "interrupted", "succeeded"), states(project));
    }

    private static List<String> states(SmallProject project) throws Exception {
        ShippedProgram.End history =
                ShippedProgram.run(project.folder, "history", "--format", "json");
        history.assertExit(0);
        return validReport(history.out()).getAsJsonArray("snapshots").asList().stream()
                .map(snapshot -> snapshot.getAsJsonObject().get("state").getAsString())
                .toList();
    }

    /// Nothing that the run before left stands in the way.
    private static void assertRunsNow(SmallProject project) throws Exception {
        project.pipeline("- render\n- deploy\n");
        ShippedProgram.run(project.folder, "run", "--set", "release=last").assertExit(0);
        assertEquals(
                Map.of("settings-1.yml", "last", "settings-2.yml", "last"), project.releases());
        assertEquals(List.of(), project.leftBeside());
    }

    private static void assertFamilyGone(SmallProject project) throws IOException {
        List<String> pids = Files.readAllLines(project.folder.resolve("pids"));
        assertEquals(3, pids.size());
        for (String pid : pids) {
            assertFalse(runs(Long.parseLong(pid)), () -> "process " + pid + " still runs");
        }
    }

    /// A process that has ended may stay listed where nobody asks for its end.
    private static boolean runs(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/stat");
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return ProcessHandle.of(pid).isPresent();
        }
        return Files.exists(status) && !Files.readString(status).contains(") Z ");
    }

    static JsonObject validReport(String out) throws IOException {
        assertEquals(List.of(), new ReportSchema().problems(out));
        return JsonParser.parseString(out).getAsJsonObject();
    }

    static JsonObject onlyDiagnostic(String out, String code) throws IOException {
        List<JsonObject> diagnostics =
                validReport(out).getAsJsonArray("diagnostics").asList().stream()
                        .map(element -> element.getAsJsonObject())
                        .toList();
        assertEquals(
                List.of(code),
                diagnostics.stream()
                        .map(diagnostic -> diagnostic.get("code").getAsString())
                        .toList());
        return diagnostics.getFirst();
    }
}
