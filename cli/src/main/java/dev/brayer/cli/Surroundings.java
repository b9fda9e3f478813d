package dev.brayer.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the program finds around itself: streams, working folder, environment. Tests bring their
/// own.
final class Surroundings {
    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 8;

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final Path workingFolder;
    private final Map<String, String> environment;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final int columns;
    private boolean touched;

    Surroundings(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Path workingFolder,
            Map<String, String> environment,
            boolean outIsTerminal,
            boolean errIsTerminal) {
        this(in, out, err, workingFolder, environment, outIsTerminal, errIsTerminal, 0);
    }

    /// @param columns how wide the terminal is, 0 when nobody knows
    private Surroundings(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Path workingFolder,
            Map<String, String> environment,
            boolean outIsTerminal,
            boolean errIsTerminal,
            int columns) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
        this.environment = environment;
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.columns = columns;
    }

    /// Those of the running process. The launcher says which streams are terminals; Java could not
    /// tell them apart.
    static Surroundings ofProcess() {
        String terminals = System.getProperty("brayer.terminals", "");
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Path.of(""),
                System.getenv(),
                terminals.indexOf('1') >= 0,
                terminals.indexOf('2') >= 0,
                number(System.getProperty("brayer.columns")));
    }

    InputStream in() {
        touched = true;
        return in;
    }

    /// Whether anything was read from standard input or written, so that the command cannot be
    /// begun again unseen.
    boolean isTouched() {
        return touched;
    }

    Path workingFolder() {
        return workingFolder;
    }

    Map<String, String> environment() {
        return environment;
    }

    /// Colours where a person looks and did not ask for none (https://no-color.org).
    Paint outPaint() {
        return new Paint(outIsTerminal && coloursWanted());
    }

    Paint errPaint() {
        return new Paint(errIsTerminal && coloursWanted());
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /// Whether there is somebody who sees a line change: not in a build log, nor on a terminal that
    /// can only go on.
    boolean showsLiveProgress() {
        return errIsTerminal && !isDumb() && environment.getOrDefault("CI", "").isEmpty();
    }

    /// How many letters fit in a line of the terminal, as far as it tells.
    int terminalWidth() {
        int known = columns > 0 ? columns : number(environment.get("COLUMNS"));
        return known > 0 ? Math.max(NARROWEST, known) : USUAL_WIDTH;
    }

    /// Zero for what is no number.
    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    private boolean coloursWanted() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
    }

    /// Writes a report, or a part of one, to standard output.
    void print(String text) {
        write(out, text);
    }

    /// Writes what is for people to standard error.
    void say(String text) {
        write(err, text);
    }

    /// A reader that went away (`brayer check | head`) has seen what it wanted: no error, and
    /// nobody to tell.
    private void write(OutputStream stream, String text) {
        touched = true;
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException readerLeft) {
            return;
        }
    }
}
