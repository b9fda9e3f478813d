package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.Limits;
import dev.brayer.document.Node;
import dev.brayer.document.ReadOptions;
import dev.brayer.document.ReadResult;
import dev.brayer.document.SourceReader;
import dev.brayer.document.fields.Durations;
import dev.brayer.script.Scripts;
import dev.brayer.script.Validation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer copper validate`: the lines and exit codes of Copper 2, for scripts that call it. What
/// is for people goes to standard error, so that standard output is what it always was.
final class CopperValidateCommand implements Command {
    private static final Option IN =
            Option.of(
                    List.of("--in"),
                    "FILE",
                    Option.Suggests.FILES,
                    "The configuration that is judged, YAML or JSON; `-` for standard input");

    private static final Option VALIDATOR =
            Option.of(List.of("--validator"), "FILE", Option.Suggests.FILES, "The script");

    private static final Option THRESHOLD =
            Option.of(
                    List.of("--threshold"),
                    "N",
                    Option.Suggests.NOTHING,
                    "The highest severity that is still fine, 0 unless it is given");

    private static final Option TIMEOUT =
            Option.of(
                    List.of("--timeout"),
                    "TIME",
                    Option.Suggests.NOTHING,
                    "How much processor time the script may take, as in `100ms`; 5s unless it is given");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "copper validate",
                "Judges one file by a script as Copper 2 did, with its lines and exit codes",
                """
                Prints a line for each error whose severity is above the threshold, then `Validation failed`, and ends with 1;
                else prints `Validation successful` and ends with 0. Ends with 1, too, where a file is missing or the script
                fails.

                spec/scripts.md lists what scripts find in scope and the few points in which Copper 2 differed. `brayer check`
                says more: where, and what it is that stands there.\
                """,
                null,
                List.of(IN, VALIDATOR, THRESHOLD, TIMEOUT, Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer copper validate --in deploy.yml --validator no_latest.js",
                                "what `copper validate` did")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Integer threshold = number(arguments.value(THRESHOLD));
        Integer timeout = milliseconds(arguments.value(TIMEOUT));
        if (threshold == null || timeout == null) {
            Diagnostic wrong =
                    Diagnostic.error(
                            CommandLineCode.WRONG_VALUE,
                            null,
                            threshold == null
                                    ? "`--threshold` takes a whole number, not `"
                                            + arguments.value(THRESHOLD)
                                            + "`"
                                    : "`--timeout` takes a time such as `100ms`, not `"
                                            + arguments.value(TIMEOUT)
                                            + "`");
            return new Reporter(List.of(), surroundings)
                    .report(Report.ofDiagnostics(List.of(wrong)));
        }
        Diagnostics diagnostics = new Diagnostics();
        Source in = read(arguments.value(IN), surroundings, diagnostics);
        Source script = read(arguments.value(VALIDATOR), surroundings, diagnostics);
        if (in == null || script == null) {
            return fail(diagnostics.toList(), surroundings);
        }
        ReadResult read = DocumentReader.read(in, ReadOptions.PLAIN.withEmptyAllowed(true));
        if (read.hasErrors()) {
            return fail(read.diagnostics(), surroundings);
        }
        List<Node> documents = new ArrayList<>();
        for (Document document : read.documents()) {
            documents.add(document.root());
        }
        return validate(script, documents, threshold, timeout, surroundings);
    }

    private static Outcome validate(
            Source script,
            List<Node> documents,
            int threshold,
            int timeout,
            Surroundings surroundings) {
        Scripts.Console console =
                (from, error, line) -> {
                    if (error) {
                        surroundings.say(line + "\n");
                    } else {
                        surroundings.print(line + "\n");
                    }
                };
        try (Scripts scripts =
                ProjectScripts.alone(
                        dev.brayer.script.wire.Limits.STANDARD.withMilliseconds(timeout),
                        console)) {
            return switch (scripts.validate(script, documents)) {
                case Validation.Ended ended -> report(ended, threshold, surroundings);
                case Validation.Late late -> {
                    surroundings.say(
                            "execution didn't complete within the "
                                    + shown(timeout)
                                    + " timeout\n");
                    yield Outcome.FINDINGS;
                }
                case Validation.Failed failed -> fail(List.of(failed.why()), surroundings);
            };
        }
    }

    private static Outcome report(
            Validation.Ended ended, int threshold, Surroundings surroundings) {
        boolean failed = false;
        StringBuilder lines = new StringBuilder();
        for (Validation.Reported error : ended.errors()) {
            if (error.severity() > threshold) {
                failed = true;
                lines.append("Check ").append(error.check()).append(" failed with severity ");
                lines.append(error.shownSeverity()).append(" due to ");
                lines.append(error.title()).append('\n');
            }
        }
        lines.append(failed ? "Validation failed\n" : "Validation successful\n");
        surroundings.print(lines.toString());
        return failed ? Outcome.FINDINGS : Outcome.SUCCESS;
    }

    /// Copper 2 left with 1 whatever was wrong.
    private static Outcome fail(List<Diagnostic> diagnostics, Surroundings surroundings) {
        for (Diagnostic diagnostic : diagnostics) {
            surroundings.say(TextReport.of(diagnostic, surroundings.errPaint()));
        }
        return Outcome.FINDINGS;
    }

    private static @Nullable Source read(
            @Nullable String name, Surroundings surroundings, Diagnostics diagnostics) {
        if (name != null && name.equals("-")) {
            return standardInput(surroundings, diagnostics);
        }
        Path file = surroundings.workingFolder().resolve(name == null ? "" : name);
        if (name == null || !Files.exists(file)) {
            surroundings.say(
                    "open " + (name == null ? "" : name) + ": no such file or directory\n");
            return null;
        }
        return SourceReader.read(file, name, Limits.DEFAULT, diagnostics);
    }

    private static @Nullable Source standardInput(
            Surroundings surroundings, Diagnostics diagnostics) {
        try {
            byte[] bytes = surroundings.in().readNBytes(Limits.DEFAULT.characters() + 1);
            return SourceReader.decode(
                    bytes, ManifestFiles.STANDARD_INPUT, Limits.DEFAULT, diagnostics);
        } catch (IOException unreadable) {
            surroundings.say("in " + unreadable.getMessage() + "\n");
            return null;
        }
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Integer milliseconds(@Nullable String text) {
        if (text == null) {
            return dev.brayer.script.wire.Limits.STANDARD.milliseconds();
        }
        Duration time = Durations.parse(text);
        return time == null || time.isZero() || time.compareTo(Duration.ofHours(1)) > 0
                ? null
                : (int) time.toMillis();
    }

    private static String shown(int milliseconds) {
        return milliseconds % 1_000 == 0 ? milliseconds / 1_000 + "s" : milliseconds + "ms";
    }
}
