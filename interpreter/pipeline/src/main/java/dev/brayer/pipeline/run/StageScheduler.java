package dev.brayer.pipeline.run;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.pipeline.event.StageResult;
import dev.brayer.pipeline.model.PipelineCode;
import dev.brayer.pipeline.model.Stage;
import dev.brayer.pipeline.model.TimeLimit;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Starts each stage once all that it needs have succeeded, every stage in a thread of its own. A
/// stage that fails keeps those from starting that need it; all others go on.
public final class StageScheduler {
    private final Work work;
    private final EventSink events;
    private final LongSupplier clock;
    private final Cancellation cancellation;
    private final Map<String, CompletableFuture<Boolean>> ends = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Outcome outcome = Outcome.SUCCESS;

    /// What a stage does.
    public interface Work {
        /// Why the stage has nothing to do in this run, `null` when it has.
        @Nullable String idle(Stage stage);

        /// Asks a person whether to go on; only for a stage with a question.
        boolean agreed(Stage stage, String question);

        /// One attempt.
        StageEnd run(Stage stage, Cancellation token);
    }

    /// @param events called from one thread at a time
    public StageScheduler(
            Work work, EventSink events, LongSupplier clock, Cancellation cancellation) {
        this.work = work;
        this.events = events;
        this.clock = clock;
        this.cancellation = cancellation;
    }

    /// Lets the token be cancelled when the time of the whole run has passed; the result ends the
    /// watch.
    public static Runnable limit(@Nullable TimeLimit limit, Cancellation token) {
        Deadline deadline = new Deadline(limit, token);
        return deadline::end;
    }

    /// Runs these stages, in an order in which each comes after those it needs. Stages that they
    /// need may have run in an earlier call.
    public void run(List<Stage> stages) {
        List<Thread> threads = new ArrayList<>();
        for (Stage stage : stages) {
            CompletableFuture<Boolean> end = new CompletableFuture<>();
            List<CompletableFuture<Boolean>> needed = new ArrayList<>();
            for (String need : stage.needs()) {
                needed.add(ends.getOrDefault(need, CompletableFuture.completedFuture(false)));
            }
            ends.put(stage.name(), end);
            threads.add(
                    Thread.ofVirtual()
                            .name("stage-" + stage.name())
                            .start(() -> {
                                boolean succeeded = false;
                                try {
                                    succeeded = begin(stage, needed);
                                } finally {
                                    end.complete(succeeded);
                                }
                            }));
        }
        for (Thread thread : threads) {
            join(thread);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean begin(Stage stage, List<CompletableFuture<Boolean>> needed) {
        String missing = null;
        for (int at = 0; at < needed.size(); at++) {
            if (!needed.get(at).join() && missing == null) {
                missing = stage.needs().get(at);
            }
        }
        if (missing != null) {
            events.accept(new Event.StageSkipped(stage.name(), "it needs `" + missing + "`"));
            return false;
        }
        if (cancellation.isCancelled()) {
            events.accept(new Event.StageSkipped(stage.name(), "the run was stopped"));
            return false;
        }
        String idle = work.idle(stage);
        if (idle != null) {
            events.accept(new Event.StageSkipped(stage.name(), idle));
            return true;
        }
        return attempts(stage);
    }

    private boolean attempts(Stage stage) {
        long start = clock.getAsLong();
        StageEnd end = StageEnd.SUCCEEDED;
        for (int attempt = 1; attempt <= stage.retries() + 1; attempt++) {
            events.accept(new Event.StageStarted(stage.name(), stage.kind(), attempt));
            end =
                    attempt == 1 && declined(stage)
                            ? told(stage, declinedEnd(stage), cancellation)
                            : attempt(stage);
            int left = stage.retries() + 1 - attempt;
            boolean again =
                    left > 0
                            && end.result() != StageResult.INTERRUPTED
                            && !cancellation.isCancelled();
            if (end.succeeded() || !again) {
                break;
            }
            events.accept(new Event.StageRetried(stage.name(), attempt, left, end.reason()));
        }
        record(end);
        events.accept(
                new Event.StageFinished(stage.name(), end.result(), clock.getAsLong() - start));
        return end.succeeded();
    }

    private boolean declined(Stage stage) {
        String question = stage.question();
        if (question == null) {
            return false;
        }
        boolean agreed = work.agreed(stage, question);
        events.accept(new Event.Asked(stage.name(), question, agreed));
        return !agreed;
    }

    private static StageEnd declinedEnd(Stage stage) {
        return StageEnd.failed(
                "it was not agreed to",
                List.of(
                        Diagnostic.error(
                                        PipelineCode.STAGE_DECLINED,
                                        stage.place(),
                                        "nobody agreed to stage `" + stage.name() + "`")
                                .withHint("answer with yes, or run with `--yes`")));
    }

    private StageEnd attempt(Stage stage) {
        Cancellation token = cancellation.child();
        Deadline deadline = new Deadline(stage.limit(), token);
        try {
            StageEnd end = work.run(stage, token);
            return end.succeeded() ? end : told(stage, end, token);
        } finally {
            deadline.end();
            token.release();
        }
    }

    /// What stopped the stage explains its end better than how its work noticed.
    private StageEnd told(Stage stage, StageEnd end, Cancellation token) {
        Cancellation.Reason reason = token.reason().orElse(null);
        if (reason == Cancellation.Reason.TIME_LIMIT) {
            boolean whole = cancellation.isCancelled();
            String limit = stage.limit() == null || whole ? "" : " of " + stage.limit().written();
            String what =
                    whole
                            ? "stage `"
                                    + stage.name()
                                    + "` was stopped: the time limit of the run passed"
                            : "stage `"
                                    + stage.name()
                                    + "` was stopped: its time limit"
                                    + limit
                                    + " passed";
            return new StageEnd(
                    StageResult.TIMED_OUT,
                    Outcome.TIME_LIMIT,
                    "its time limit passed",
                    List.of(
                            Diagnostic.error(PipelineCode.STAGE_TIME_LIMIT, stage.place(), what)
                                    .withHint(
                                            "find out why it takes so long, or give it a longer `timeout:`")));
        }
        return reason == Cancellation.Reason.INTERRUPTED ? StageEnd.interrupted() : end;
    }

    private synchronized void record(StageEnd end) {
        outcome = outcome.and(end.outcome());
        for (Diagnostic diagnostic : end.diagnostics()) {
            diagnostics.add(diagnostic);
            events.accept(new Event.Told(diagnostic));
        }
    }

    /// Whether a stage has run and succeeded.
    public boolean succeeded(String stage) {
        CompletableFuture<Boolean> end = ends.get(stage);
        return end != null && end.getNow(false);
    }

    /// The worst of all ends so far.
    public synchronized Outcome outcome() {
        return outcome;
    }

    public synchronized List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }
}
