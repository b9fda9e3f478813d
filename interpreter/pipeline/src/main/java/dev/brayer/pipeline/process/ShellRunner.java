package dev.brayer.pipeline.process;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.Command;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Runs shell commands. When a command is to stop, everything that it started stops with it.
public final class ShellRunner {
    /// Marks the processes of one command in their environment, see [ProcessTree].
    private static final String MARK = "BRAYER_COMMAND_ID";

    /// How long the last output is waited for when the command has ended but something still holds
    /// its output open.
    private static final long OUTPUT_GRACE_MILLISECONDS = 1_000;

    /// How long after a command it may take to hear that both were to stop.
    private static final long SIGNAL_MILLISECONDS = 100;

    private static final AtomicLong STARTED = new AtomicLong();

    private final Path root;
    private final Map<String, String> environment;

    /// @param root the project's root, in which commands run
    /// @param environment the environment of the run, which commands inherit
    public ShellRunner(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = Map.copyOf(environment);
    }

    /// Runs the command to its end and tells its output as it comes. Standard input is empty, so
    /// that a command that asks something fails instead of waiting for ever.
    ///
    /// @param variables added to the environment, under those of the command itself
    public ProcessEnd run(
            Command command,
            Map<String, String> variables,
            LineSink sink,
            Cancellation cancellation) {
        if (cancellation.reason().isPresent()) {
            return new ProcessEnd.Stopped(cancellation.reason().get());
        }
        Path folder = root.resolve(command.folder());
        if (!Files.isDirectory(folder)) {
            return new ProcessEnd.NotStarted("the folder " + command.folder() + " is not there");
        }
        String mark = ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", command.text())
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        builder.environment().putAll(command.environment());
        builder.environment().put(MARK, mark);
        try {
            Process process = builder.start();
            return await(
                    process,
                    new ProcessTree(process.toHandle(), MARK + "=" + mark),
                    sink,
                    cancellation);
        } catch (IOException failed) {
            return new ProcessEnd.NotStarted(String.valueOf(failed.getMessage()));
        }
    }

    private static ProcessEnd await(
            Process process, ProcessTree tree, LineSink sink, Cancellation cancellation) {
        Thread output = read(process.getInputStream(), false, sink);
        Thread errors = read(process.getErrorStream(), true, sink);
        Cancellation.Registration stopping = cancellation.onCancel(tree::end);
        int code = waitFor(process);
        boolean stopped = code == 0 ? cancellation.isCancelled() : isStopped(cancellation);
        stopping.close();
        if (stopped) {
            tree.end();
        }
        join(output);
        join(errors);
        return stopped
                ? new ProcessEnd.Stopped(
                        cancellation.reason().orElse(Cancellation.Reason.INTERRUPTED))
                : new ProcessEnd.Exited(code);
    }

    /// Whether a command that failed did so because it was to stop. At Ctrl-C the terminal signals
    /// it too, and it may end a moment before this process hears of it.
    private static boolean isStopped(Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration _ = cancellation.onCancel(cancelled::countDown)) {
            return cancelled.await(SIGNAL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
            return cancellation.isCancelled();
        }
    }

    /// A platform thread: a read from a pipe cannot leave its carrier anyway.
    private static Thread read(InputStream stream, boolean error, LineSink sink) {
        return Thread.ofPlatform()
                .daemon()
                .name(error ? "command-stderr" : "command-stdout")
                .start(() -> new LineReader(stream, line -> sink.line(error, line)).readAll());
    }

    private static int waitFor(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int code = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return code;
            } catch (InterruptedException again) {
                // Stopping goes by the cancellation alone; it ends the process, and so this loop.
                interrupted = true;
            }
        }
    }

    private static void join(Thread reader) {
        try {
            reader.join(OUTPUT_GRACE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
