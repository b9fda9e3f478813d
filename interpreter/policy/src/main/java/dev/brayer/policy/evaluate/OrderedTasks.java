package dev.brayer.policy.evaluate;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Runs tasks in several threads and hands on their results in the order of the tasks, in the
/// thread that adds them. Only so many tasks are under way at once: what they hold is bounded.
final class OrderedTasks<T> {
    private static final int EACH = 16;

    private final ExecutorService threads;
    private final ArrayDeque<Future<T>> underWay = new ArrayDeque<>();
    private final int most;
    private final Consumer<T> results;

    OrderedTasks(int threads, Consumer<T> results) {
        this.threads =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("brayer-judge-", 1).daemon().factory());
        this.most = threads * EACH;
        this.results = results;
    }

    /// Starts a task, after waiting for the first one if there are too many.
    void add(Callable<T> task) {
        if (underWay.size() >= most) {
            takeFirst();
        }
        underWay.add(threads.submit(task));
    }

    /// Waits for all tasks and ends the threads.
    void finish() {
        while (!underWay.isEmpty()) {
            takeFirst();
        }
        threads.shutdown();
    }

    private void takeFirst() {
        try {
            results.accept(underWay.removeFirst().get());
        } catch (ExecutionException failure) {
            threads.shutdownNow();
            throw thrown(failure);
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("judging was interrupted");
        }
    }

    /// What a task threw, a bug or an error of the machine, as if it were thrown here.
    private static RuntimeException thrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(failure);
    }
}
