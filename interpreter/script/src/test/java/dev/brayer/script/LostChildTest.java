package dev.brayer.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.policy.Finding;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.script.wire.Limits;
import dev.brayer.text.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A child that is gone, or does not answer, costs one script its verdict and no other.
final class LostChildTest {
    private static final List<Document> DOCUMENTS =
            DocumentReader.read(
                            Source.of(
                                    "service.yml",
                                    "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n"))
                    .documents();

    private static final ScriptPolicy REPORTS =
            new ScriptPolicy(
                    Source.of("kind.js", "errors.add_error('kind', $$[0].kind, 1, $$[0]);"), 0);

    @Test
    void whatEndsTheChildEndsNoOtherScript() {
        ScriptPolicy hungry =
                new ScriptPolicy(
                        Source.of(
                                "hungry.js",
                                "var held = []; while (true) { held.push('x'.repeat(9999999).split('')); }"),
                        0);
        try (Scripts scripts = TestRuntime.scripts(TestRuntime.LIMITS, new ArrayList<>())) {
            assertEquals(
                    "Service", scripts.judge(REPORTS, DOCUMENTS).findings().getFirst().message());
            Finding stopped = scripts.judge(hungry, DOCUMENTS).findings().getFirst();
            assertEquals(Finding.Code.LIMIT, stopped.code());
            assertEquals("hungry.js", stopped.rule());
            assertEquals(
                    "Service", scripts.judge(REPORTS, DOCUMENTS).findings().getFirst().message());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theWatchdogEndsAChildThatDoesNotAnswer() throws IOException, InterruptedException {
        Limits limits = TestRuntime.LIMITS.withMilliseconds(1_000);
        try (Scripts scripts = TestRuntime.scripts(limits, new ArrayList<>())) {
            assertEquals("kind", scripts.judge(REPORTS, DOCUMENTS).findings().getFirst().rule());
            long child = scripts.childId();
            assertTrue(child > 1);
            assertEquals(
                    0, new ProcessBuilder("kill", "-STOP", Long.toString(child)).start().waitFor());
            Finding stopped = scripts.judge(REPORTS, DOCUMENTS).findings().getFirst();
            assertEquals(Finding.Code.LIMIT, stopped.code());
            assertEquals("kind", scripts.judge(REPORTS, DOCUMENTS).findings().getFirst().rule());
            assertTrue(scripts.childId() != child);
        }
    }

    @Test
    void aChildThatCannotStartIsADiagnostic() {
        ScriptRuntime nowhere = new ScriptRuntime("/nowhere/bin/java", List.of(), "nothing");
        try (Scripts scripts =
                new Scripts(nowhere, Limits.STANDARD, path -> null, (_, _, _) -> {})) {
            scripts.prepare();
            assertLost(scripts.judge(REPORTS, DOCUMENTS), "could not be started");
        }
    }

    @Test
    void aChildThatEndsAtOnceIsADiagnostic() {
        ScriptRuntime empty =
                new ScriptRuntime(TestRuntime.runtime().java(), List.of(), "nothing.jar");
        try (Scripts scripts = new Scripts(empty, Limits.STANDARD, path -> null, (_, _, _) -> {})) {
            assertLost(scripts.judge(REPORTS, DOCUMENTS), "it ended with exit code 1");
        }
    }

    private static void assertLost(ScriptJudgement judgement, String why) {
        assertEquals(List.of(), judgement.findings());
        assertEquals("script-process", judgement.diagnostics().getFirst().code().id());
        String message = judgement.diagnostics().getFirst().message();
        assertTrue(message.contains(why), message);
    }
}
