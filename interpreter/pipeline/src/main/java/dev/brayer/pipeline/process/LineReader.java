package dev.brayer.pipeline.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Splits an output into lines of bounded length, so that a command that prints without end fills
/// no memory.
///
/// A lone carriage return ends a line too: progress bars would else be one endless line.
final class LineReader {
    static final int LONGEST_LINE = 4096;

    private final Reader reader;
    private final Consumer<String> sink;
    private final StringBuilder line = new StringBuilder();

    LineReader(InputStream stream, Consumer<String> sink) {
        reader =
                new InputStreamReader(
                        stream,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE));
        this.sink = sink;
    }

    /// Reads to the end of the stream, or until it is closed.
    void readAll() {
        try (reader) {
            char[] buffer = new char[8192];
            boolean afterReturn = false;
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    char character = buffer[at];
                    boolean secondOfPair = afterReturn && character == '\n';
                    afterReturn = character == '\r';
                    if (!secondOfPair) {
                        take(character);
                    }
                }
            }
        } catch (IOException closed) {
            // The command was stopped and its output closed; what came before is told.
        }
        if (!line.isEmpty()) {
            emit();
        }
    }

    private void take(char character) {
        if (character == '\n' || character == '\r') {
            emit();
            return;
        }
        line.append(character);
        if (line.length() >= LONGEST_LINE && !Character.isHighSurrogate(character)) {
            emit();
        }
    }

    private void emit() {
        sink.accept(line.toString());
        line.setLength(0);
    }
}
