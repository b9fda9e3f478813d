package dev.brayer.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.snapshot.SnapshotState;
import dev.brayer.text.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run when one of its stages fails, hangs, is interrupted or refused.
final class RunStagesTest {
    @TempDir Path folder;

    TestProject shop;

    @BeforeEach
    void makeShop() throws IOException {
        shop = TestProject.shop(folder);
    }

    @Test
    void aFailedStageStopsWhatNeedsIt() throws IOException {
        shop.replace("pipeline.yml", "run: echo tested", "run: exit 3");

        RunReport report = shop.run();

        assertEquals(Outcome.STAGE_FAILED, report.outcome());
        assertEquals(List.of("stage-failed"), TestProject.ids(report.diagnostics()));
        assertEquals(List.of("build", "render", "check", "deploy", "after"), skipped());
    }

    @Test
    void aHangingStageEndsWithItsWholeFamily() throws IOException {
        shop.replace(
                "pipeline.yml",
                "run: echo tested",
                "timeout: 500ms, run: '(setsid sleep 300 & echo $! > double; wait) & sleep 300'");

        RunReport report = shop.run();

        assertEquals(Outcome.TIME_LIMIT, report.outcome());
        assertEquals(List.of("stage-time-limit"), TestProject.ids(report.diagnostics()));
        long pid = Long.parseLong(Files.readString(folder.resolve("double")).strip());
        assertFalse(TestProject.runs(pid));
    }

    @Test
    void anInterruptedRunEndsItsCommands() throws IOException {
        shop.replace("pipeline.yml", "run: echo tested", "run: 'echo started; sleep 300'");
        RunRequest request = shop.request();
        RunRequest listening =
                new RunRequest(
                        request.check(),
                        request.circumstances(),
                        event -> {
                            if (event instanceof Event.Output) {
                                Thread.ofPlatform()
                                        .start(() ->
                                                shop.cancellation.cancel(
                                                        Cancellation.Reason.INTERRUPTED));
                            }
                        },
                        request.cancellation(),
                        request.consent(),
                        null);

        RunReport report = ExecuteRun.run(shop.open(), listening);

        assertTrue(report.interrupted());
        assertEquals(Map.of(), shop.files("dist"));
    }

    @Test
    void retriesAStageAsOftenAsItMay() throws IOException {
        shop.replace(
                "pipeline.yml",
                "run: echo tested",
                "retries: 2, run: 'echo x >> tries; test $(wc -l < tries) = 3'");

        assertEquals(Outcome.SUCCESS, shop.run().outcome());
    }

    @Test
    void aPreflightCheckThatFailsLetsNothingStart() throws IOException {
        shop.replace(
                "pipeline.yml",
                "- deploy\n",
                "- deploy: { preflights: [{ run: 'false', message: log in first }] }\n");

        RunReport report = shop.run();

        assertEquals(List.of("stage-preflight"), TestProject.ids(report.diagnostics()));
        assertEquals("log in first", report.diagnostics().getFirst().hint());
        assertEquals(List.of(), shop.output());
    }

    @Test
    void nobodyAgreedSoNothingIsDeployed() throws IOException {
        shop.replace(
                "pipeline.yml", "- deploy\n", "- deploy: { ask: 'Deploy to the customers?' }\n");
        shop.agrees = false;

        RunReport report = shop.run();

        assertEquals(Outcome.STAGE_FAILED, report.outcome());
        assertEquals(List.of("stage-declined"), TestProject.ids(report.diagnostics()));
        assertEquals(Map.of(), shop.files("dist"));
    }

    @Test
    void aFailingProbeBringsTheLastStateBack() throws IOException {
        shop.run();
        Map<String, String> before = shop.files("dist/staging");
        shop.replace(
                "pipeline.yml",
                "- deploy\n",
                "- deploy: { on-failure: rollback, probe: { run: 'false', every: 1ms, timeout: 2s } }\n");
        shop.replace("formations/staging.yml", "replicas: 2", "replicas: 3");

        RunReport report = shop.run();

        assertEquals(Outcome.STAGE_FAILED, report.outcome());
        assertEquals(List.of("stage-probe"), TestProject.ids(report.diagnostics()));
        Map<String, String> after = shop.files("dist/staging");
        assertEquals(before.get("web.yml"), after.get("web.yml"));
        assertEquals(
                List.of(SnapshotState.SUCCEEDED, SnapshotState.FAILED, SnapshotState.SUCCEEDED),
                states("staging"));
    }

    @Test
    void aMissingWorkdirIsSaid() throws IOException {
        shop.replace("pipeline.yml", "run: echo tested", "run: echo tested, workdir: nowhere");

        assertEquals(List.of("stage-not-started"), TestProject.ids(shop.run().diagnostics()));
    }

    private List<dev.brayer.pipeline.snapshot.Snapshot> history(String formation) {
        return History.read(shop.open(), List.of(formation)).formations().getFirst().snapshots();
    }

    private List<SnapshotState> states(String formation) {
        return history(formation).stream()
                .map(dev.brayer.pipeline.snapshot.Snapshot::state)
                .toList();
    }

    private List<String> skipped() {
        return shop.events.stream()
                .filter(Event.StageSkipped.class::isInstance)
                .map(event -> ((Event.StageSkipped) event).stage())
                .toList();
    }
}
