package dev.brayer.pipeline.event;

/// Receives the events of a run, in the order in which they happened. A run calls it from one
/// thread at a time.
public interface EventSink {
    void accept(Event event);
}
