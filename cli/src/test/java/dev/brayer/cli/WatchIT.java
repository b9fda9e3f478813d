package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `brayer test --watch`, through the program as it is shipped: changes of a policy, of a manifest,
/// of an imported file and of a folder that was not there, then Ctrl-C.
class WatchIT {
    /// Longer than any machine takes; nothing waits so long that works.
    private static final long PATIENCE_SECONDS = 120;

    private static final String POLICY =
            """
            import most from "lib/limits.cop"

            rule Replicas ensure on Deployment "{metadata.name} runs {spec.replicas} times" {
                spec.replicas <= most
            }

            test Replicas {
                passes on "web.yml"
            }
            """;

    private static final String MANIFEST =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web }
            spec: { replicas: 3 }
            """;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void runsAgainUntilItIsInterrupted(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("policies/lib"));
        Path limits = folder.resolve("policies/lib/limits.cop");
        Files.writeString(limits, "var most = 3\n");
        Files.writeString(folder.resolve("policies/replicas.cop"), POLICY);
        Files.writeString(folder.resolve("policies/web.yml"), MANIFEST);
        // A job that a shell starts in the background ignores SIGINT; `env` gives it back.
        Process process =
                new ProcessBuilder(
                                "env",
                                "--default-signal=INT",
                                ShippedProgram.LAUNCHER.toString(),
                                "test",
                                "--watch",
                                "policies/replicas.cop")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try {
            Thread reader = new Thread(() -> read(process));
            reader.setDaemon(true);
            reader.start();
            until("1 test: 1 passed");
            until("watching for changes");

            Files.writeString(folder.resolve("policies/web.yml"), MANIFEST.replace("3", "5"));
            List<String> failed = until("1 test: 0 passed, 1 failed");
            assertTrue(failed.getFirst().contains("failed Replicas 1"), failed.toString());

            Files.writeString(limits, "var most = 9\n");
            List<String> passed = until("1 test: 1 passed");
            assertTrue(passed.getFirst().endsWith("passes now"), passed.toString());

            Files.createDirectories(folder.resolve("policies/good"));
            Files.writeString(folder.resolve("policies/good/web.yml"), MANIFEST);
            until("2 tests: 2 passed");

            Files.writeString(folder.resolve("policies/replicas.cop"), POLICY.replace("<=", "=>"));
            assertTrue(until("2 could not be run").toString().contains("policy-"), "no diagnostic");

            signal(process);
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(130, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void signal(Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    private void read(Process process) {
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null) {
                lines.add(line);
                line = output.readLine();
            }
        } catch (IOException ended) {
            lines.add("the output ended");
        }
    }

    /// The lines up to one that holds this.
    private List<String> until(String wanted) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertFalse(line == null, "waited in vain for `" + wanted + "`, saw " + seen);
            seen.add(String.valueOf(line));
            if (String.valueOf(line).contains(wanted)) {
                return seen;
            }
        }
    }
}
