package dev.brayer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The program as it is shipped, started in a process of its own.
final class ShippedProgram {
    static final Path LAUNCHER = TranscriptRunner.ROOT.resolve("cli/target/brayer/bin/brayer");

    private static final long PATIENCE_SECONDS = 120;
    private static final boolean CAN_RESET_SIGNALS = canResetSignals();

    private final Process process;
    private final Path out;
    private final Path err;

    /// How it ended.
    record End(int exitCode, String out, String err) {
        void assertExit(int expected) {
            assertEquals(expected, exitCode, () -> out + err);
        }
    }

    private ShippedProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static ShippedProgram start(Path folder, String... words) throws IOException {
        return start(folder, List.of(words), null, Map.of());
    }

    /// @param input what it reads from standard input, `null` for nothing
    private static ShippedProgram start(
            Path folder, List<String> words, @Nullable Path input, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (CAN_RESET_SIGNALS) {
            // Whoever was started in the background of a script inherits a SIGINT that is ignored.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(LAUNCHER.toString());
        command.addAll(words);
        // Files, not pipes: neither stream may fill up and stop the program.
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().remove("CI");
        builder.environment().putAll(environment);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        return new ShippedProgram(process, out, err);
    }

    static End run(Path folder, String... words) throws IOException, InterruptedException {
        return start(folder, words).await();
    }

    static End run(
            Path folder, List<String> words, @Nullable Path input, Map<String, String> environment)
            throws IOException, InterruptedException {
        return start(folder, words, input, environment).await();
    }

    private static boolean canResetSignals() {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    End await() throws IOException, InterruptedException {
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        End end =
                new End(
                        process.exitValue(),
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return end;
    }

    /// @param signal `INT` or `TERM`
    void signal(String signal) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    /// SIGKILL, if it still runs.
    void kill() {
        process.destroyForcibly();
    }

    /// Waits until a file is there that the program, or a command of it, makes.
    void awaitFile(Path file) throws InterruptedException, IOException {
        for (int turn = 0; turn < PATIENCE_SECONDS * 50 && !Files.exists(file); turn++) {
            assertTrue(process.isAlive(), () -> "it ended without " + file + ": " + said());
            Thread.sleep(20);
        }
        assertTrue(Files.exists(file), () -> "no " + file);
    }

    private String said() {
        try {
            return Files.readString(out) + Files.readString(err);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
