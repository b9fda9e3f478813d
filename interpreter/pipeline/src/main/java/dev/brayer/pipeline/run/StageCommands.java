package dev.brayer.pipeline.run;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.pipeline.model.Command;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.Preflight;
import dev.brayer.pipeline.model.Probe;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.pipeline.process.ProcessEnd;
import dev.brayer.pipeline.process.ShellRunner;
import dev.brayer.text.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The commands of stages: their own, their probes and their preflight checks.
public final class StageCommands {
    private final ShellRunner shell;
    private final EventSink events;
    private final LongSupplier clock;
    private final Map<String, String> variables;

    /// @param variables what commands are told of the run: `BRAYER_…`
    public StageCommands(
            ShellRunner shell,
            EventSink events,
            LongSupplier clock,
            Map<String, String> variables) {
        this.shell = shell;
        this.events = events;
        this.clock = clock;
        this.variables = Map.copyOf(variables);
    }

    /// Runs the stage's command, then its probe.
    ///
    /// @param formation the one that it works on, `null` for a stage that does not go by formations
    /// @param more further variables
    public StageEnd run(
            Stage stage, @Nullable String formation, Map<String, String> more, Cancellation token) {
        Command command = stage.command();
        if (command != null) {
            ProcessEnd end = execute(stage, formation, command, more, token);
            if (!(end instanceof ProcessEnd.Exited exited && exited.code() == 0)) {
                return failed(stage, formation, command, end);
            }
        }
        return probe(stage, formation, more, token);
    }

    /// Repeats the probe, if there is one, until it succeeds or its time is up.
    public StageEnd probe(
            Stage stage, @Nullable String formation, Map<String, String> more, Cancellation token) {
        Probe probe = stage.probe();
        if (probe == null) {
            return StageEnd.SUCCEEDED;
        }
        long end = clock.getAsLong() + probe.limit().milliseconds();
        for (int attempt = 1; ; attempt++) {
            Cancellation own = token.child();
            ProcessEnd ended;
            Deadline deadline = new Deadline(probe.limit(), own);
            try {
                ended = execute(stage, formation, probe.command(), more, own);
            } finally {
                deadline.end();
                own.release();
            }
            boolean succeeded = ended instanceof ProcessEnd.Exited exited && exited.code() == 0;
            events.accept(new Event.Probed(stage.name(), attempt, succeeded));
            if (succeeded) {
                return StageEnd.SUCCEEDED;
            }
            if (token.reason().orElse(null) == Cancellation.Reason.INTERRUPTED) {
                return StageEnd.interrupted();
            }
            boolean over = clock.getAsLong() + probe.every().milliseconds() >= end;
            if (token.isCancelled() || over || !pause(probe.every().milliseconds(), token)) {
                return StageEnd.failed(
                        "its probe did not succeed",
                        List.of(
                                Diagnostic.error(
                                        PipelineCode.STAGE_PROBE,
                                        probe.command().place(),
                                        "the probe of stage `"
                                                + stage.name()
                                                + "`"
                                                + of(formation)
                                                + " did not succeed within "
                                                + probe.limit().written())));
            }
        }
    }

    /// Waits; says whether the time passed without a cancellation.
    private static boolean pause(long milliseconds, Cancellation token) {
        CountDownLatch cancelled = new CountDownLatch(1);
        Cancellation.Registration registration = token.onCancel(cancelled::countDown);
        try {
            return !cancelled.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            registration.close();
        }
    }

    /// Makes the preflight checks of all stages; every one that fails is told.
    public List<Diagnostic> preflights(List<Stage> stages, Cancellation token) {
        List<Diagnostic> failures = new ArrayList<>();
        for (Stage stage : stages) {
            for (Preflight preflight : stage.preflights()) {
                ProcessEnd end = execute(stage, null, preflight.command(), Map.of(), token);
                boolean passed = end instanceof ProcessEnd.Exited exited && exited.code() == 0;
                events.accept(
                        new Event.PreflightChecked(
                                stage.name(), preflight.command().text(), passed));
                if (!passed && !token.isCancelled()) {
                    failures.add(
                            Diagnostic.error(
                                            PipelineCode.STAGE_PREFLIGHT,
                                            preflight.command().place(),
                                            "stage `"
                                                    + stage.name()
                                                    + "` cannot start: its preflight check `"
                                                    + preflight.command().text()
                                                    + "` "
                                                    + how(end))
                                    .withHint(preflight.message()));
                }
            }
        }
        return failures;
    }

    private ProcessEnd execute(
            Stage stage,
            @Nullable String formation,
            Command command,
            Map<String, String> more,
            Cancellation token) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.put("BRAYER_STAGE", stage.name());
        if (formation != null) {
            all.put("BRAYER_FORMATION", formation);
        }
        all.putAll(more);
        return shell.run(
                command,
                all,
                (error, line) ->
                        events.accept(
                                new Event.Output(
                                        stage.name(),
                                        formation,
                                        error
                                                ? Event.Output.Stream.STDERR
                                                : Event.Output.Stream.STDOUT,
                                        line)),
                token);
    }

    private static StageEnd failed(
            Stage stage, @Nullable String formation, Command command, ProcessEnd end) {
        PipelineCode code =
                end instanceof ProcessEnd.NotStarted
                        ? PipelineCode.STAGE_NOT_STARTED
                        : PipelineCode.STAGE_FAILED;
        return StageEnd.failed(
                "its command " + how(end),
                List.of(
                        Diagnostic.error(
                                code,
                                command.place(),
                                "stage `"
                                        + stage.name()
                                        + "` failed"
                                        + of(formation)
                                        + ": its command "
                                        + how(end))));
    }

    private static String of(@Nullable String formation) {
        return formation == null ? "" : " for formation `" + formation + "`";
    }

    private static String how(ProcessEnd end) {
        return switch (end) {
            case ProcessEnd.Exited exited -> "ended with exit code " + exited.code();
            case ProcessEnd.Stopped stopped -> "was stopped";
            case ProcessEnd.NotStarted not -> "could not be started: " + not.message();
        };
    }
}
