package dev.brayer.pipeline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.pipeline.destination.PlannedFile;
import dev.brayer.pipeline.image.Digest;
import dev.brayer.pipeline.image.PublishedImage;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.PipelineCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotStoreTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsWhatWasRecorded(boolean remote) throws IOException {
        try (SnapshotStore store = store(remote, "one")) {
            SnapshotContent started = content("tag-1");
            String head = succeed(store.record(started, null));
            succeed(store.record(started.endedAs(SnapshotState.SUCCEEDED, 2_000), head));
        }
        try (SnapshotStore store = store(remote, "two")) {
            List<Snapshot> history = succeed(store.history("staging"));
            assertEquals(
                    List.of(content("tag-1").endedAs(SnapshotState.SUCCEEDED, 2_000).snapshot()),
                    history);
            SnapshotContent content = succeed(store.content("staging", "tag"));
            assertEquals(content("tag-1").files(), content.files());
            assertEquals("{\"plan\": 1}", content.plan());
        }
    }

    @Test
    void aFormationWithoutSnapshotsHasNone() throws IOException {
        try (SnapshotStore store = store(false, "one")) {
            assertEquals(List.of(), succeed(store.history("staging")));
            assertEquals(Optional.empty(), succeed(store.head("staging")));
            assertEquals(Optional.empty(), succeed(store.lastSucceeded("staging")));
        }
        assertTrue(Files.notExists(folder.resolve("snapshots.git")));
    }

    @Test
    void namesWhatIsUnknownOrNotUnique() throws IOException {
        try (SnapshotStore store = store(false, "one")) {
            String head = succeed(store.record(content("tag-1"), null));
            succeed(store.record(content("tag-2"), head));
            assertFails(
                    PipelineCode.SNAPSHOT_UNKNOWN,
                    "2 snapshots of formation `staging` begin with `tag`",
                    store.content("staging", "tag"));
            assertFails(
                    PipelineCode.SNAPSHOT_UNKNOWN,
                    "formation `staging` has no snapshot `atg-1`",
                    store.content("staging", "atg-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofManyRunsAtOnceOneWins(boolean remote) throws Exception {
        int runs = 6;
        CyclicBarrier together = new CyclicBarrier(runs);
        AtomicInteger won = new AtomicInteger();
        AtomicInteger raced = new AtomicInteger();
        if (remote) {
            store(true, "first").close();
        }
        List<Thread> threads = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            String name = "run-" + run;
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try (SnapshotStore store = store(remote, name)) {
                                    together.await();
                                    switch (store.record(content(name), null)) {
                                        case Attempt.Success<String> success ->
                                                won.incrementAndGet();
                                        case Attempt.Failure<String> failure -> {
                                            if (failure.diagnostics().getFirst().code()
                                                    == PipelineCode.SNAPSHOT_RACED) {
                                                raced.incrementAndGet();
                                            }
                                        }
                                    }
                                } catch (Exception failed) {
                                    throw new IllegalStateException(failed);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, won.get());
        assertEquals(runs - 1, raced.get());
    }

    @Test
    void aLockFileOfAKilledProcessStopsNobody() throws IOException {
        try (SnapshotStore store = store(false, "one")) {
            String head = succeed(store.record(content("tag-1"), null));
            Files.createFile(folder.resolve("snapshots.git/refs/heads/staging.lock"));
            succeed(store.record(content("tag-2"), head));
        }
    }

    @Test
    void saysThatARepositoryCannotBeUsed() {
        Path blocked = folder.resolve("file");
        try (SnapshotStore store =
                SnapshotStore.remote(blocked.toUri().toString(), folder.resolve("copy"), null)) {
            Attempt.Failure<?> failure =
                    assertInstanceOf(Attempt.Failure.class, store.record(content("tag-1"), null));
            assertEquals(PipelineCode.SNAPSHOT_FAILED, failure.diagnostics().getFirst().code());
        }
    }

    private SnapshotStore store(boolean remote, String name) throws IOException {
        Path repository = folder.resolve("snapshots.git");
        if (!remote) {
            return SnapshotStore.local(repository, "snapshots.git", null);
        }
        if (Files.notExists(repository)) {
            try (var made =
                    new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build()) {
                made.create(true);
            }
        }
        return SnapshotStore.remote(
                repository.toUri().toString(), folder.resolve(name + ".git"), null);
    }

    private static SnapshotContent content(String id) {
        Snapshot snapshot =
                new Snapshot(
                        id,
                        "shop",
                        "staging",
                        null,
                        SnapshotState.STARTED,
                        "ada \"the\" admin",
                        1_000,
                        0,
                        null,
                        null,
                        List.of(
                                new PublishedImage(
                                        "web",
                                        "localhost/shop/web",
                                        id,
                                        new Digest("sha256:" + "0123456789abcdef".repeat(4)))));
        return new SnapshotContent(
                snapshot,
                List.of(
                        PlannedFile.of("jobs.yml", "b", "meaning"),
                        PlannedFile.of("jobs/a.yml", "a", "a"),
                        PlannedFile.of("web.yml", "c\n", "c\n")),
                "{\"plan\": 1}",
                "{}",
                "{}");
    }

    private static <T> T succeed(Attempt<T> attempt) {
        return switch (attempt) {
            case Attempt.Success<T> success -> success.value();
            case Attempt.Failure<T> failure -> throw new AssertionError(failure.toString());
        };
    }

    private static void assertFails(PipelineCode code, String message, Attempt<?> attempt) {
        Attempt.Failure<?> failure = assertInstanceOf(Attempt.Failure.class, attempt);
        assertEquals(code, failure.diagnostics().getFirst().code());
        assertEquals(message, failure.diagnostics().getFirst().message());
    }
}
