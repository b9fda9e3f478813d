package dev.brayer.script.child;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.MessageStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Where the process that runs scripts begins.
///
/// One thread reads and another runs scripts: when the pipe closes, because brayer ended or was
/// killed, this process ends at once, whatever a script is doing.
public final class ScriptChild {
    /// A script's functions may call each other as deep as its limit of frames, each of which takes
    /// several of Java's.
    private static final long STACK = 256L << 20;

    private final MessageStream messages;
    private final BlockingQueue<Message.Run> runs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Message.FileAnswer> answers = new LinkedBlockingQueue<>();
    private final Limits limits;

    private ScriptChild(MessageStream messages, Limits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /// @param arguments the limits
    public static void main(String[] arguments) {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        new ScriptChild(new MessageStream(in, out), Limits.ofArguments(arguments)).serve();
    }

    private void serve() {
        Thread worker = new Thread(null, this::work, "script", STACK);
        worker.setDaemon(true);
        worker.start();
        try {
            Message message = messages.read();
            while (message != null) {
                if (message instanceof Message.Run run) {
                    runs.add(run);
                } else if (message instanceof Message.FileAnswer answer) {
                    answers.add(answer);
                }
                message = messages.read();
            }
        } catch (IOException broken) {
            end(1);
        }
        end(0);
    }

    private void work() {
        try (Sandbox sandbox = new Sandbox(limits, this::ask)) {
            while (true) {
                messages.write(sandbox.run(runs.take()));
                sandbox.renew();
            }
        } catch (IOException parentLeft) {
            end(0);
        } catch (InterruptedException nobodyDoes) {
            end(1);
        } catch (OutOfMemoryError full) {
            end(Sandbox.MEMORY_EXIT);
        } catch (RuntimeException | Error bug) {
            say(bug);
            end(1);
        }
    }

    private Message.FileAnswer ask(Message.FileQuestion question) {
        try {
            messages.write(question);
            return answers.take();
        } catch (IOException | InterruptedException parentLeft) {
            end(0);
            throw new IllegalStateException(parentLeft);
        }
    }

    /// Nobody waits for a child that cannot answer; what it says last is in the message about it.
    private static void say(Throwable bug) {
        try (OutputStream err = new FileOutputStream(FileDescriptor.err)) {
            err.write(bug.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            return;
        }
    }

    private static void end(int exitCode) {
        Runtime.getRuntime().halt(exitCode);
    }
}
