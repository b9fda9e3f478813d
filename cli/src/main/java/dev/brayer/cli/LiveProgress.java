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
final class LiveProgress implements EventSink, TerminalConsent.Line {
    private static final int KEPT_LINES = 25;
    private static final String ERASE = "\r\u001b[K";

    /// A line that wraps could not be erased, and how wide its letters are only the terminal knows.
    private static final String CUT_OFF = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

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

    /// What would have scrolled by while a question stood there; `null` while none does.
    private @Nullable StringBuilder withheld;

    @Override
    public synchronized void hold() {
        withheld = new StringBuilder();
    }

    @Override
    public synchronized void release() {
        StringBuilder waiting = withheld;
        withheld = null;
        if (waiting != null) {
            surroundings.say(ERASE + waiting + below());
        }
    }

    @Override
    public synchronized void accept(Event event) {
        StringBuilder waiting = withheld;
        StringBuilder shown = waiting == null ? new StringBuilder(ERASE) : waiting;
        String line = scrolled(event);
        if (line != null) {
            shown.append(line).append('\n');
        }
        if (waiting != null) {
            return;
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
        String fitting =
                line.length() < width ? line.toString() : line.substring(0, width - 2) + "…";
        return CUT_OFF + paint.faint(fitting) + WRAP;
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
