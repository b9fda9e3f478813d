package dev.brayer.pipeline;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;

/// Lets one event through at a time, from whichever thread it comes.
final class OrderedEvents implements EventSink {
    private final EventSink sink;

    OrderedEvents(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public synchronized void accept(Event event) {
        sink.accept(event);
    }
}
