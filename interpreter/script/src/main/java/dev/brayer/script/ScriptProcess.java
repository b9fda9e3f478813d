package dev.brayer.script;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.MessageStream;
import dev.brayer.script.wire.Range;
import dev.brayer.script.wire.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The child, from its start to its end, and the watchdog that ends it when it does not answer.
final class ScriptProcess implements AutoCloseable {
    /// How the virtual machine leaves when memory lacks.
    private static final int MEMORY_EXIT = 3;

    /// How long a machine under load may take to start a process.
    private static final long START_MILLISECONDS = 30_000;

    private final Process process;
    private final MessageStream messages;
    private final Limits limits;
    private boolean answered;

    private ScriptProcess(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.messages = new MessageStream(process.getInputStream(), process.getOutputStream());
    }

    /// What a child that could not do its work left behind.
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1;

        Lost(String message) {
            super(message);
        }
    }

    static ScriptProcess start(ScriptRuntime runtime, Limits limits) throws IOException {
        List<String> command = new ArrayList<>(runtime.command(limits.memory()));
        command.add(ScriptRuntime.MAIN);
        command.addAll(limits.toArguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        // Nothing of this process's surroundings is the script's business.
        builder.environment().clear();
        return new ScriptProcess(builder.start(), limits);
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Runs a script and waits for what comes of it: [Message.Judged], [Message.Transformed] or
    /// [Message.Stopped].
    ///
    /// @throws Lost when the child ended, or said what nobody understands, for no reason that lies
    ///   in the script
    Message run(Message.Run run, Function<Message.FileQuestion, Message.FileAnswer> files)
            throws Lost {
        Watchdog watchdog = new Watchdog(process, patience());
        try {
            messages.write(run);
            Message message = messages.read();
            while (message instanceof Message.FileQuestion question) {
                messages.write(files.apply(question));
                message = messages.read();
            }
            answered = true;
            if (message != null) {
                return message;
            }
        } catch (IOException broken) {
            process.destroyForcibly();
        } finally {
            watchdog.stop();
        }
        return ended(watchdog.hasBitten());
    }

    /// The interpreter stops what takes too much processor time; what it cannot stop, or what only
    /// waits, gets twice that and a little more.
    private long patience() {
        return 2L * limits.milliseconds() + 1_000 + (answered ? 0 : START_MILLISECONDS);
    }

    private Message ended(boolean bitten) throws Lost {
        int exitCode = exitCode();
        if (bitten && answered) {
            return stopped(Stop.TIME);
        }
        if (exitCode == MEMORY_EXIT) {
            return stopped(Stop.MEMORY);
        }
        if (bitten) {
            return stopped(Stop.TIME);
        }
        throw new Lost("it ended with exit code " + exitCode + said());
    }

    private static Message stopped(Stop stop) {
        return new Message.Stopped(stop, "", Range.UNKNOWN, List.of(), List.of());
    }

    private int exitCode() {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }

    /// What it wrote to its standard error before it ended.
    private String said() {
        try {
            String text =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            return text.isEmpty() ? "" : ": " + text;
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Ends the child after a while, unless it is told to stop before.
    private static final class Watchdog {
        private final Thread thread;
        private volatile boolean bitten;

        Watchdog(Process process, long patience) {
            thread =
                    new Thread(
                            () -> {
                                try {
                                    Thread.sleep(patience);
                                } catch (InterruptedException stopped) {
                                    return;
                                }
                                bitten = true;
                                process.destroyForcibly();
                            },
                            "script watchdog");
            thread.setDaemon(true);
            thread.start();
        }

        void stop() {
            thread.interrupt();
        }

        boolean hasBitten() {
            return bitten;
        }
    }
}
