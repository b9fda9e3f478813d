package dev.brayer.pipeline.model;

import dev.brayer.text.Diagnostic;
import java.util.List;

/// What an operation that depends on the world outside came to: a value, or the diagnostics that
/// say why there is none.
public sealed interface Attempt<T> {
    /// It worked; `notes` are warnings at most.
    record Success<T>(T value, List<Diagnostic> notes) implements Attempt<T> {
        public Success {
            notes = List.copyOf(notes);
        }
    }

    /// It did not; at least one diagnostic is an error.
    record Failure<T>(List<Diagnostic> diagnostics) implements Attempt<T> {
        public Failure {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    static <T> Attempt<T> of(T value) {
        return new Success<>(value, List.of());
    }

    static <T> Attempt<T> failed(Diagnostic diagnostic) {
        return new Failure<>(List.of(diagnostic));
    }
}
