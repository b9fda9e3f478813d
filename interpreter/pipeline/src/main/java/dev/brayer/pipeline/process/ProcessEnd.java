package dev.brayer.pipeline.process;

import dev.brayer.pipeline.event.Cancellation;

/// How a command ended.
public sealed interface ProcessEnd {
    /// By itself.
    record Exited(int code) implements ProcessEnd {}

    /// It was ended with everything that it had started.
    record Stopped(Cancellation.Reason reason) implements ProcessEnd {}

    /// It never began, because of what `message` says.
    record NotStarted(String message) implements ProcessEnd {}
}
