package dev.brayer.pipeline.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request to stop, passed down to everything that takes long.
///
/// A token has children: cancelling a run cancels its stages, a stage's time limit cancels only
/// that stage. The first reason stays.
public final class Cancellation {
    /// Why something is to stop.
    public enum Reason {
        /// A person or the system asked (Ctrl-C, SIGTERM).
        INTERRUPTED,
        /// A time limit has passed.
        TIME_LIMIT,
        /// Something beside it failed, so that going on makes no sense.
        OTHERS_FAILED
    }

    /// A listener's place in the token; closing it removes the listener.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> listeners = new ArrayList<>();
    private final @Nullable Registration atParent;
    private @Nullable Reason reason;

    public Cancellation() {
        atParent = null;
    }

    @SuppressWarnings("this-escape") // the parent may call back at once, after the fields are set
    private Cancellation(Cancellation parent) {
        atParent = parent.onCancel(() -> cancel(parent.reason().orElse(Reason.INTERRUPTED)));
    }

    /// A token that is cancelled with this one and can be cancelled alone.
    public Cancellation child() {
        return new Cancellation(this);
    }

    /// Takes this token off its parent, once what it stands for has ended.
    public void release() {
        if (atParent != null) {
            atParent.close();
        }
    }

    /// Asks to stop; later calls change nothing.
    public void cancel(Reason why) {
        List<Runnable> called;
        synchronized (listeners) {
            if (reason != null) {
                return;
            }
            reason = why;
            called = List.copyOf(listeners);
            listeners.clear();
        }
        for (Runnable listener : called) {
            listener.run();
        }
    }

    /// Why to stop, if to stop.
    public Optional<Reason> reason() {
        synchronized (listeners) {
            return Optional.ofNullable(reason);
        }
    }

    public boolean isCancelled() {
        return reason().isPresent();
    }

    /// Calls `listener` once when the token is cancelled, at once when it already is.
    public Registration onCancel(Runnable listener) {
        boolean now;
        synchronized (listeners) {
            now = reason != null;
            if (!now) {
                listeners.add(listener);
            }
        }
        if (now) {
            listener.run();
        }
        return () -> {
            synchronized (listeners) {
                listeners.remove(listener);
            }
        };
    }
}
