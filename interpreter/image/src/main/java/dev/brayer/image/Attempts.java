package dev.brayer.image;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.Attempt;
import dev.brayer.pipeline.model.IoReason;
import dev.brayer.text.Place;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;

/// The border between what may fail and the port: failures become diagnostics, a cancellation an
/// interrupt.
final class Attempts {
    private Attempts() {}

    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    static <T> Attempt<T> of(Place place, Work<T> work) {
        try {
            return Attempt.of(work.run());
        } catch (ImageFailure failure) {
            return Attempt.failed(failure.diagnostic(place));
        } catch (InterruptedException
                | ClosedByInterruptException
                | FileLockInterruptionException stopped) {
            Thread.currentThread().interrupt();
            return Attempt.failed(
                    new ImageFailure(ImageCode.STOPPED, "stopped before it was done")
                            .diagnostic(place));
        } catch (IOException exception) {
            return Attempt.failed(
                    new ImageFailure(
                                    ImageCode.STORE_UNWRITABLE,
                                    "images cannot be kept: " + IoReason.of(exception))
                            .diagnostic(place));
        }
    }

    /// The same, interrupted when the token is cancelled. The thread leaves without the interrupt.
    static <T> Attempt<T> of(Place place, Cancellation cancellation, Work<T> work) {
        Interrupter interrupter = new Interrupter(Thread.currentThread());
        Cancellation.Registration registered = cancellation.onCancel(interrupter::interrupt);
        try {
            return of(place, work);
        } finally {
            registered.close();
            if (interrupter.end()) {
                Thread.interrupted();
            }
        }
    }

    /// Interrupts a thread only while it is at this work, not at what it does next.
    private static final class Interrupter {
        private final Thread worker;
        private boolean ended;
        private boolean interrupted;

        Interrupter(Thread worker) {
            this.worker = worker;
        }

        synchronized void interrupt() {
            if (!ended) {
                interrupted = true;
                worker.interrupt();
            }
        }

        synchronized boolean end() {
            ended = true;
            return interrupted;
        }
    }
}
