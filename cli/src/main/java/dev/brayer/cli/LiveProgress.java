package dev.brayer.cli;

import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.pipeline.event.StageResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Progress on a terminal: finished work scrolls by, and below it one line says what is going on.
///
/// What commands print is kept back and shown when their stage fails; in between the line below
/// shows its end.
final class LiveProgress implements EventSink {
    private static final int KEPT_LINES = 25;
    private static final String ERASE = "\r\u001b[K";

    private final Surroundings surroundings;
    private final EventText text;
    private final Paint paint;
    private final int width;

    /// Running stages and what they last said.
    private final Map<String, String> running = new LinkedHashMap<>();

    private final Map<String, Deque<String>> outputs = new LinkedHashMap<>();

    LiveProgress(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.paint = surroundings.errPaint();
        this.text = new EventText(paint);
        this.width = surroundings.terminalWidth();
    }

    @Override
    public void accept(Event event) {
        StringBuilder shown = new StringBuilder(ERASE);
        String line = scrolled(event);
        if (line != null) {
            shown.append(line).append('\n');
        }
        if (!(event instanceof Event.Finished)) {
            shown.append(below());
        }
        surroundings.say(shown.toString());
    }

    /// Keeps what the line below needs, and returns what scrolls by.
    private @Nullable String scrolled(Event event) {
        return switch (event) {
            case Event.StageStarted started -> kept(started, "");
            case Event.Output output -> {
                Deque<String> lines =
                        outputs.computeIfAbsent(output.stage(), stage -> new ArrayDeque<>());
                lines.addLast(String.valueOf(text.line(event)));
                if (lines.size() > KEPT_LINES) {
                    lines.removeFirst();
                }
                yield kept(output, output.line());
            }
            case Event.ImageStarted started -> kept(started, started.image());
            case Event.ImageProgress progress ->
                    kept(progress, progress.image() + ": " + progress.line());
            case Event.StageFinished finished -> {
                running.remove(finished.stage());
                Deque<String> lines = outputs.remove(finished.stage());
                boolean well = finished.result() == StageResult.SUCCEEDED;
                yield (lines == null || well ? "" : String.join("\n", lines) + "\n")
                        + text.line(event);
            }
            // The report at the end says it.
            case Event.Told ignored -> null;
            default -> text.line(event);
        };
    }

    private @Nullable String kept(Event.OfStage event, String said) {
        running.put(event.stage(), said);
        return null;
    }

    private String below() {
        if (running.isEmpty()) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, String> entry : running.entrySet()) {
            line.append(line.isEmpty() ? "… " : "   ").append(entry.getKey());
            if (!entry.getValue().isEmpty()) {
                line.append(": ").append(visible(entry.getValue()));
            }
        }
        // A line that wraps could not be erased.
        return paint.faint(
                line.length() < width ? line.toString() : line.substring(0, width - 2) + "…");
    }

    /// What a command prints may move the cursor; only letters are shown.
    private static String visible(String line) {
        StringBuilder letters = new StringBuilder();
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            letters.append(Character.isISOControl(character) ? ' ' : character);
        }
        return letters.toString();
    }
}
