package dev.brayer.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brayer.text.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Brings back what an earlier run deployed.
final class RollbackTest {
    @TempDir Path folder;

    TestProject shop;

    @BeforeEach
    void makeShop() throws IOException {
        shop = TestProject.shop(folder);
    }

    @Test
    void rollsBackByteForByte() throws IOException {
        RunReport first = shop.run();
        Map<String, String> before = manifests();
        shop.images.version = "2";
        shop.replace("formations/staging.yml", "host: staging.example", "host: other.example");
        shop.run();

        RunReport report =
                Rollback.rollback(
                        shop.open(),
                        new RollbackRequest("staging", first.tag(), null),
                        shop.request());

        assertEquals(Outcome.SUCCESS, report.outcome(), report::toString);
        assertEquals(before, manifests());
        assertEquals(first.tag(), history("staging").getFirst().restores());
    }

    @Test
    void rollsBackToTheOneBeforeByDefault() throws IOException {
        RunReport first = shop.run();
        shop.replace("formations/staging.yml", "host: staging.example", "host: other.example");
        shop.run();

        Rollback.rollback(shop.open(), new RollbackRequest("staging", null, null), shop.request());

        assertEquals(first.tag(), history("staging").getFirst().restores());
    }

    @Test
    void todaysPoliciesJudgeARollbackUnlessItIsAnEmergency() throws IOException {
        RunReport first = shop.run();
        shop.replace("formations/staging.yml", "replicas: 2", "replicas: 1");
        shop.run();
        shop.replace("policies/images.cop", "<= 10", "<= 1");
        Map<String, String> before = manifests();
        RollbackRequest calm = new RollbackRequest("staging", first.tag(), null);

        RunReport refused = Rollback.rollback(shop.open(), calm, shop.request());
        assertEquals(Outcome.FINDINGS, refused.outcome(), refused::toString);
        assertEquals(before, manifests());

        RunReport done =
                Rollback.rollback(
                        shop.open(),
                        new RollbackRequest("staging", first.tag(), "shop is down"),
                        shop.request());
        assertEquals(Outcome.SUCCESS, done.outcome(), done::toString);
        assertEquals("shop is down", history("staging").getFirst().reason());
    }

    @Test
    void aRollbackNeedsItsImages() throws IOException {
        RunReport first = shop.run();
        shop.images.version = "2";
        shop.run();
        shop.images.contents.remove(shop.images.tags.get("web:" + first.tag()));

        RunReport report =
                Rollback.rollback(
                        shop.open(),
                        new RollbackRequest("staging", first.tag(), null),
                        shop.request());

        assertEquals(List.of("snapshot-image-gone"), TestProject.ids(report.diagnostics()));
        assertEquals(Outcome.OUTSIDE, report.outcome());
    }

    @Test
    void saysWhichSnapshotsThereAre() throws IOException {
        RunReport report = shop.run();

        RunReport unknown =
                Rollback.rollback(
                        shop.open(),
                        new RollbackRequest("staging", "nothing", null),
                        shop.request());
        assertEquals(List.of("snapshot-unknown"), TestProject.ids(unknown.diagnostics()));
        assertEquals(report.tag(), history("production").getFirst().id());
        assertEquals("ada", history("production").getFirst().who());
    }

    @Test
    void onlyASucceededSnapshotCanComeBack() throws IOException {
        shop.replace(
                "pipeline.yml",
                "- deploy\n",
                "- deploy: { probe: { run: 'false', every: 1ms, timeout: 1s } }\n");
        RunReport failed = shop.run();

        RunReport report =
                Rollback.rollback(
                        shop.open(),
                        new RollbackRequest("staging", failed.tag(), null),
                        shop.request());

        assertEquals(List.of("snapshot-not-succeeded"), TestProject.ids(report.diagnostics()));
    }

    private Map<String, String> manifests() throws IOException {
        Map<String, String> files = shop.files("dist/staging");
        files.remove(".brayer-inventory");
        return files;
    }

    private List<dev.brayer.pipeline.snapshot.Snapshot> history(String formation) {
        return History.read(shop.open(), List.of(formation)).formations().getFirst().snapshots();
    }
}
