package dev.brayer.script.child;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import java.io.OutputStream;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;

/// One engine for all scripts, and a context of its own for each: what one script does to its
/// prototypes, the next does not see.
final class Sandbox implements AutoCloseable {
    /// What the JVM itself leaves with when it is told to end at the first lack of memory.
    static final int MEMORY_EXIT = 3;

    /// What the prelude and the interpreter itself may take in the first context, on a slow
    /// machine; it is not the script's.
    private static final int COLD_MILLISECONDS = 2_000;

    /// The same in later contexts.
    private static final int WARM_MILLISECONDS = 50;

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
        next = context(COLD_MILLISECONDS);
    }

    /// @param allowance processor time beyond the script's own
    private Context context(int allowance) {
        return Context.newBuilder("js")
                .engine(engine)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .allowHostAccess(NOTHING)
                .allowExperimentalOptions(true)
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.graal-builtin", "false")
                .option("js.unhandled-rejections", "throw")
                .option("sandbox.MaxCPUTime", limits.milliseconds() + allowance + "ms")
                .option("sandbox.MaxStatements", Integer.toString(limits.statements()))
                .option("sandbox.MaxStackFrames", Integer.toString(limits.frames()))
                .build();
    }

    Message run(Message.Run run) {
        return new Session(next, limits, thrower, files).run(prelude, run);
    }

    /// Makes the context of the next script, after the answer about the last one is on its way.
    void renew() {
        close(next);
        next = context(WARM_MILLISECONDS);
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
