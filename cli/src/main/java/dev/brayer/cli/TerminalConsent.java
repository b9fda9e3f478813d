package dev.brayer.cli;

import dev.brayer.pipeline.RunRequest;
import dev.brayer.pipeline.event.Cancellation;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// Asks whoever sits at the terminal; where nobody does, nobody agrees. One question at a time; who
/// interrupts the run instead of answering does not agree either.
final class TerminalConsent implements RunRequest.Consent {
    private final Surroundings surroundings;
    private final Line line;
    private final Cancellation cancellation;
    private final boolean always;

    /// The last line of the terminal, which shows progress when no question stands there.
    interface Line {
        Line NONE =
                new Line() {
                    @Override
                    public void hold() {}

                    @Override
                    public void release() {}
                };

        void hold();

        void release();
    }

    TerminalConsent(
            Surroundings surroundings, Line line, Cancellation cancellation, boolean always) {
        this.surroundings = surroundings;
        this.line = line;
        this.cancellation = cancellation;
        this.always = always;
    }

    @Override
    public synchronized boolean agrees(String stage, String question) {
        if (always) {
            return true;
        }
        if (!surroundings.errIsTerminal() || cancellation.isCancelled()) {
            return false;
        }
        line.hold();
        try {
            surroundings.say("\r\u001b[K" + stage + ": " + question + " [y/N] ");
            String answer = answer().strip();
            return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
        } finally {
            line.release();
        }
    }

    /// The line that is typed, empty when the run is stopped meanwhile. A read cannot be called
    /// off, so it is left behind.
    private String answer() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("answer").start(() -> answer.complete(read()));
        try (Cancellation.Registration _ = cancellation.onCancel(() -> answer.complete(""))) {
            return answer.join();
        }
    }

    /// Byte by byte: what stands behind the line belongs to whoever reads next.
    private String read() {
        StringBuilder typed = new StringBuilder();
        try {
            for (int letter = surroundings.in().read();
                    letter >= 0 && letter != '\n';
                    letter = surroundings.in().read()) {
                typed.append((char) letter);
            }
        } catch (IOException gone) {
            return "";
        }
        return typed.toString();
    }
}
