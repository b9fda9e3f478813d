package dev.brayer.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
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
    /// So many tasks may be under way for each thread.
    private static final int EACH = 32;

    private final ExecutorService threads;
    private final List<Future<T>> underWay = new ArrayList<>();
    private final int most;
    private final Consumer<T> results;

    OrderedTasks(int threads, Consumer<T> results) {
        this.threads =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("brayer-judge-", 1).daemon().factory());
        this.most = threads * EACH;
        this.results = results;
    }

    /// Starts a task. If there are too many, half of them are waited for and taken together: to be
    /// woken for each would cost the working threads a part of their time.
    void add(Callable<T> task) {
        if (underWay.size() >= most) {
            take(most / 2);
        }
        underWay.add(threads.submit(task));
    }

    /// Waits for all tasks and ends the threads.
    void finish() {
        take(underWay.size());
        threads.shutdown();
    }

    private void take(int count) {
        List<Future<T>> first = underWay.subList(0, count);
        try {
            for (Future<T> task : first.reversed()) {
                await(task);
            }
            for (Future<T> task : first) {
                results.accept(task.get());
            }
        } catch (ExecutionException failure) {
            threads.shutdownNow();
            throw thrown(failure);
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("judging was interrupted");
        }
        first.clear();
    }

    /// Waits for the end of a task, whatever it is: failures are thrown in the order of the tasks.
    private static void await(Future<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException thrownLater) {
            return;
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
