package dev.brayer.cli;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;

/// Progress where nobody watches a terminal: each event is a line of its own.
final class ProgressLines implements EventSink {
    private final Surroundings surroundings;
    private final EventText text;

    ProgressLines(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.text = new EventText(surroundings.errPaint());
    }

    @Override
    public void accept(Event event) {
        // The report at the end says it.
        String line = event instanceof Event.Told ? null : text.line(event);
        if (line != null) {
            surroundings.say(line + "\n");
        }
    }
}
