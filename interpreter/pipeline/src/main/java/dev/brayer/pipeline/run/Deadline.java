package dev.brayer.pipeline.run;

import dev.brayer.pipeline.event.Cancellation;
import dev.brayer.pipeline.model.TimeLimit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A time limit that runs: when it passes before it is ended, the token is cancelled.
final class Deadline {
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param limit `null` for none
    Deadline(@Nullable TimeLimit limit, Cancellation token) {
        if (limit != null) {
            Thread.ofVirtual().name("time-limit").start(() -> watch(limit, token));
        }
    }

    private void watch(TimeLimit limit, Cancellation token) {
        try {
            if (!ended.await(limit.milliseconds(), TimeUnit.MILLISECONDS)) {
                token.cancel(Cancellation.Reason.TIME_LIMIT);
            }
        } catch (InterruptedException given) {
            // Nobody interrupts this thread; if somebody did, the limit would be over.
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended.countDown();
    }
}
