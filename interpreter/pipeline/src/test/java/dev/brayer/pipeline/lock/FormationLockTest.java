package dev.brayer.pipeline.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.PipelineCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormationLockTest {
    @TempDir Path folder;

    @Test
    void oneRunAtATime() {
        FormationLock held = take("staging", "first");
        assertBusy("first");
        assertBusy("first");
        take("production", "other formation").close();
        assertBusy("first");
        held.close();
        take("staging", "second").close();
    }

    @Test
    void aKilledProcessLeavesNoLock() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("Success", reader.readLine());
            assertBusy("process 7 elsewhere");
        } finally {
            process.destroyForcibly().waitFor();
        }
        take("staging", "next").close();
    }

    @Test
    void aLockThatCannotBeTakenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Attempt.Failure<?> failure =
                assertInstanceOf(
                        Attempt.Failure.class, FormationLock.take(file, "staging", "somebody"));
        assertEquals(PipelineCode.LOCK_FAILED, failure.diagnostics().getFirst().code());
    }

    private FormationLock take(String formation, String holder) {
        return switch (FormationLock.take(folder, formation, holder)) {
            case Attempt.Success<FormationLock> success -> success.value();
            case Attempt.Failure<FormationLock> failure ->
                    throw new AssertionError(failure.toString());
        };
    }

    private void assertBusy(String holder) {
        Attempt.Failure<?> failure =
                assertInstanceOf(
                        Attempt.Failure.class, FormationLock.take(folder, "staging", "loser"));
        assertEquals(PipelineCode.FORMATION_BUSY, failure.diagnostics().getFirst().code());
        assertEquals(
                "another run (" + holder + ") is at work on formation `staging`",
                failure.diagnostics().getFirst().message());
    }
}
