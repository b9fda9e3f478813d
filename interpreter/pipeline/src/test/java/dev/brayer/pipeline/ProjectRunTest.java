package dev.brayer.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.difference.FieldChange;
import dev.brayer.pipeline.difference.ObjectChange;
import dev.brayer.pipeline.event.Event;
import dev.brayer.text.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job from end to end, with images that exist in memory only.
final class ProjectRunTest {
    @TempDir Path folder;

    TestProject shop;

    @BeforeEach
    void makeShop() throws IOException {
        shop = TestProject.shop(folder);
    }

    @Test
    void runsAllStagesAndDeploysBothFormations() throws IOException {
        RunReport report = shop.run();

        assertEquals(List.of(), report.diagnostics());
        assertEquals(Outcome.SUCCESS, report.outcome());
        Map<String, String> staging = shop.files("dist/staging");
        assertEquals(
                List.of(".brayer-inventory", "settings.yml", "web.yml"),
                List.copyOf(staging.keySet()));
        String image = planOf(report).images().getFirst().named().reference();
        assertTrue(image.startsWith("localhost/shop/web:" + report.tag() + "@sha256:"), image);
        assertTrue(
                file("dist/staging", "web.yml").contains("image: " + image),
                file("dist/staging", "web.yml"));
        assertTrue(file("dist/production", "settings.yml").contains("HOST: production.example"));
        assertEquals(
                List.of(
                        "tested",
                        "staging is out as " + report.tag(),
                        "production is out as " + report.tag()),
                shop.output());
        assertNotNull(shop.images.tags.get("web:" + report.tag()));
    }

    @Test
    void aPlanTouchesNothing() throws IOException {
        RunReport report = shop.plan();

        assertEquals(Outcome.SUCCESS, report.outcome(), report::toString);
        assertEquals(Map.of(), shop.files("dist"));
        assertTrue(shop.images.tags.isEmpty());
        assertFalse(Files.exists(folder.resolve(".brayer/snapshots.git")));
        assertEquals(
                planOf(report).toJson(), Files.readString(folder.resolve(".brayer/plan.json")));
    }

    @Test
    void anUnchangedRunChangesNothing() throws IOException {
        shop.run();
        Map<String, String> before = shop.files("dist");

        RunReport again = shop.run();

        assertEquals(Outcome.SUCCESS, again.outcome(), again::toString);
        assertEquals(before, shop.files("dist"));
        assertTrue(planOf(again).formations().getFirst().change().isEmpty());
        assertEquals(2, history("staging").size());
    }

    @Test
    void aChangedValueChangesOnlyItsFile() throws IOException {
        shop.run();
        String settings = file("dist/staging", "settings.yml");
        shop.replace("formations/staging.yml", "replicas: 2", "replicas: 3");

        RunReport report = shop.run();

        assertEquals(settings, file("dist/staging", "settings.yml"));
        assertTrue(file("dist/staging", "web.yml").contains("replicas: 3"));
        assertTrue(file("dist/staging", "web.yml").contains(report.tag()));
    }

    @Test
    void aFindingStopsBeforeAnythingIsTouched() throws IOException {
        shop.replace("formations/production.yml", "replicas: 2", "replicas: 30");

        RunReport report = shop.run();

        assertEquals(Outcome.FINDINGS, report.outcome(), report::toString);
        assertEquals(Map.of(), shop.files("dist"));
        assertTrue(shop.images.tags.isEmpty());
        assertEquals(List.of("deploy", "after"), skipped());
    }

    @Test
    void aRunCanBeLimitedToFormations() throws IOException {
        assertEquals(Outcome.SUCCESS, shop.run("production").outcome());

        assertEquals(Map.of(), shop.files("dist/staging"));
        assertFalse(shop.files("dist/production").isEmpty());
    }

    @Test
    void comparesNowWithTheLastSnapshot() throws IOException {
        shop.run();
        assertTrue(Difference.now(shop.open(), shop.check()).isEmpty());
        shop.replace("formations/staging.yml", "replicas: 2", "replicas: 3");

        Difference difference = Difference.now(shop.open(), shop.check("staging"));

        ObjectChange change = difference.formations().getFirst().objects().getFirst();
        assertEquals("Deployment shop/web", change.object().toString());
        assertEquals(List.of(new FieldChange("$.spec.replicas", "2", "3")), change.fields());
        assertTrue(change.unified().contains("-  replicas: 2"), change.unified()::toString);
        assertTrue(change.unified().contains("+  replicas: 3"));
    }

    @Test
    void plansWithTheImagesOfAnEarlierRun() throws IOException {
        RunReport first = shop.run();
        shop.images.version = "2";
        shop.imagesTag = first.tag();

        RunReport plan = shop.plan();

        assertEquals(
                planOf(first).images().getFirst().named(),
                planOf(plan).images().getFirst().named());
        shop.imagesTag = "20200101-000000-000-nocommit-0000";
        assertEquals(List.of("pipeline-image-no-tag"), TestProject.ids(shop.plan().diagnostics()));
    }

    @Test
    void aSecondRunEndsAtOnceAndSaysWhoIsAtWork() throws Exception {
        shop.replace(
                "pipeline.yml",
                "run: echo tested",
                "run: 'echo started; while ! test -e go; do sleep 0.05; done'");
        var second = new java.util.concurrent.CompletableFuture<RunReport>();
        RunRequest request = shop.request();
        TestProject other = new TestProject(folder);
        RunRequest listening =
                new RunRequest(
                        request.check(),
                        request.circumstances(),
                        event -> {
                            if (event instanceof Event.Output output
                                    && output.line().equals("started")) {
                                Thread.ofPlatform()
                                        .start(() -> {
                                            second.complete(other.run());
                                            try {
                                                Files.createFile(folder.resolve("go"));
                                            } catch (IOException failed) {
                                                second.completeExceptionally(failed);
                                            }
                                        });
                            }
                        },
                        request.cancellation(),
                        request.consent(),
                        null);

        RunReport first = ExecuteRun.run(shop.open(), listening);

        assertEquals(Outcome.SUCCESS, first.outcome(), first::toString);
        assertEquals(Outcome.BUSY, second.get().outcome());
        assertEquals(List.of("formation-busy"), TestProject.ids(second.get().diagnostics()));
        assertTrue(second.get().diagnostics().getFirst().message().contains("on build-3 since 20"));
    }

    @Test
    void withoutACheckStagePoliciesHoldAllTheSame() throws IOException {
        shop.replace("pipeline.yml", "  - check\n", "");
        shop.replace("formations/production.yml", "replicas: 2", "replicas: 30");

        RunReport report = shop.run();

        assertEquals(List.of("pipeline-policies-not-met"), TestProject.ids(report.diagnostics()));
        assertEquals(Outcome.FINDINGS, report.outcome());
        assertEquals(Map.of(), shop.files("dist"));
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnythingIsTouched() throws IOException {
        shop.write(".brayer", "a file");
        assertFailsOutside("pipeline-state-failed");
        Files.delete(folder.resolve(".brayer"));
        shop.write(".brayer/locks", "a file");
        assertFailsOutside("formation-lock-failed");
        Files.delete(folder.resolve(".brayer/locks"));
        shop.write(".brayer/snapshots.git", "a file");
        assertFailsOutside("snapshot-failed");
    }

    @Test
    void aForeignFolderIsLeftAlone() throws IOException {
        shop.write("dist/production/thesis.tex", "years of work");

        RunReport report = shop.run();

        assertEquals(List.of("destination-foreign"), TestProject.ids(report.diagnostics()));
        assertEquals(Outcome.USAGE, report.outcome());
        assertEquals(Map.of(), shop.files("dist/staging"));
        assertEquals(Map.of("thesis.tex", "years of work"), shop.files("dist/production"));
        assertTrue(shop.images.tags.isEmpty());
    }

    @Test
    void aRunAfterAKilledOnePutsTheOldStateBack() throws IOException {
        shop.run();
        Map<String, String> before = shop.files("dist/staging");
        Files.move(folder.resolve("dist/staging"), folder.resolve("dist/.brayer-staging.old"));

        RunReport report = shop.run();

        assertEquals(List.of("destination-recovered"), TestProject.ids(report.diagnostics()));
        assertEquals(Outcome.SUCCESS, report.outcome(), report::toString);
        assertEquals(before, shop.files("dist/staging"));
    }

    @Test
    void aFolderWithoutAProjectIsSaid() {
        RunReport below = new TestProject(folder.resolve("services/web")).run();
        assertEquals(Outcome.SUCCESS, below.outcome(), below::toString);
        RunReport nowhere = new TestProject(Path.of("/")).run();
        assertEquals(List.of("pipeline-no-project"), TestProject.ids(nowhere.diagnostics()));
        assertEquals(Outcome.USAGE, nowhere.outcome());
    }

    private void assertFailsOutside(String code) throws IOException {
        RunReport report = shop.run();
        assertEquals(code, TestProject.ids(report.diagnostics()).getFirst(), report::toString);
        assertEquals(Outcome.OUTSIDE, report.outcome());
        assertEquals(Map.of(), shop.files("dist"));
    }

    private static Plan planOf(RunReport report) {
        return Objects.requireNonNull(report.plan(), report::toString);
    }

    private String file(String at, String name) throws IOException {
        return Objects.requireNonNull(shop.files(at).get(name), name);
    }

    private List<dev.brayer.pipeline.snapshot.Snapshot> history(String formation) {
        return History.read(shop.open(), List.of(formation)).formations().getFirst().snapshots();
    }

    private List<String> skipped() {
        return shop.events.stream()
                .filter(Event.StageSkipped.class::isInstance)
                .map(event -> ((Event.StageSkipped) event).stage())
                .toList();
    }
}
