package dev.brayer.cli;

import dev.brayer.pipeline.event.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets Ctrl-C and SIGTERM end a run in order: stages are stopped, the destination is left whole,
/// the report is written. Then the virtual machine ends with the exit code of the signal, 130 or
/// 143.
final class Interruption implements AutoCloseable {
    /// How long the run may take to tidy up before the process ends all the same.
    private static final long PATIENCE_SECONDS = 60;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");

    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    private void interrupted() {
        cancellation.cancel(Cancellation.Reason.INTERRUPTED);
        try {
            if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /// The report is written. When a signal came, this does not return: the process ends with the
    /// signal's exit code.
    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            never.await();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }
}
