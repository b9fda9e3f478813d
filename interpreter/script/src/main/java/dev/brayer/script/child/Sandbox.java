package dev.brayer.script.child;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyObject;

/// One engine for all scripts, and a context of its own for each: what one script does to its
/// prototypes, the next does not see.
final class Sandbox implements AutoCloseable {
    /// What the JVM itself leaves with when it is told to end at the first lack of memory.
    static final int MEMORY_EXIT = 3;

    /// Nothing of this process: scripts reach the prelude's functions and no method of any object.
    private static final HostAccess NOTHING =
            HostAccess.newBuilder(HostAccess.NONE).allowMutableTargetMappings().build();

    private final Limits limits;
    private final Function<Message.FileQuestion, Message.FileAnswer> files;
    private final Engine engine;
    private final Source prelude;
    private final Source thrower;

    /// Made before a script arrives.
    private Context next;

    Sandbox(Limits limits, Function<Message.FileQuestion, Message.FileAnswer> files) {
        this.limits = limits;
        this.files = files;
        engine =
                Engine.newBuilder("js")
                        .sandbox(SandboxPolicy.CONSTRAINED)
                        .option("engine.WarnInterpreterOnly", "false")
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .build();
        prelude = Source.newBuilder("js", Resources.prelude(), "prelude").buildLiteral();
        thrower = Source.newBuilder("js", "throw 0", "here").buildLiteral();
        warmUp();
        next = context();
    }

    /// Runs the prelude once while brayer is still reading its own files, and without a limit of
    /// time: what it costs the first time is not the script's.
    private void warmUp() {
        try (Context context = unlimited().build()) {
            context.eval(prelude).execute(ProxyObject.fromMap(Map.of()), false, "[]", "{}");
        }
    }

    private Context context() {
        return unlimited()
                .option("sandbox.MaxCPUTime", limits.milliseconds() + "ms")
                .option("sandbox.MaxStatements", Integer.toString(limits.statements()))
                .option("sandbox.MaxStackFrames", Integer.toString(limits.frames()))
                .build();
    }

    private Context.Builder unlimited() {
        return Context.newBuilder("js")
                .engine(engine)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .allowHostAccess(NOTHING)
                .allowExperimentalOptions(true)
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.graal-builtin", "false")
                .option("js.unhandled-rejections", "throw");
    }

    Message run(Message.Run run) {
        Context context = next;
        try {
            return new Session(context, limits, thrower, files).run(prelude, run);
        } finally {
            close(context);
            next = context();
        }
    }

    /// A script that was stopped by a limit complains once more when its context goes.
    private static void close(Context context) {
        try {
            context.close(true);
        } catch (PolyglotException complained) {
            if (complained.isInternalError()) {
                throw complained;
            }
        }
    }

    @Override
    public void close() {
        close(next);
        engine.close(true);
    }
}
