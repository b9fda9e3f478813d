package dev.brayer.cli;

import dev.brayer.pipeline.CheckedFormation;
import dev.brayer.pipeline.Circumstances;
import dev.brayer.pipeline.RunReport;
import dev.brayer.pipeline.RunRequest;
import dev.brayer.pipeline.event.Event;
import dev.brayer.pipeline.event.EventSink;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `run`, `plan` and `rollback` share: progress, events, interruption and the report at the
/// end.
final class RunSupport {
    static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON, ReportFormat.Kind.EVENTS);

    static final Option YES =
            Option.flag(
                    List.of("--yes"),
                    "Agrees wherever a stage asks; without it, only a person at a terminal can");

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Diagnostics diagnostics = new Diagnostics();
    private final RunRecord run = new RunRecord();

    RunSupport(Arguments arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /// @param imagesTag of `plan --images`
    /// @param work what is done with the request
    Outcome execute(@Nullable String imagesTag, Function<RunRequest, RunReport> work) {
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        var check = Requests.check(arguments, surroundings, diagnostics);
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        try (Interruption interruption = Interruption.watch();
                Sinks sinks = Sinks.open(formats, surroundings, run, diagnostics)) {
            if (diagnostics.hasErrors()) {
                return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
            }
            RunReport report =
                    work.apply(
                            new RunRequest(
                                    check,
                                    circumstances(surroundings.environment()),
                                    sinks,
                                    interruption.cancellation(),
                                    new TerminalConsent(
                                            surroundings,
                                            sinks.line,
                                            interruption.cancellation(),
                                            arguments.has(YES)),
                                    imagesTag));
            diagnostics.addAll(report.diagnostics());
            Report judged = Report.of(judgements(report), diagnostics.toList(), false);
            // What an emergency let pass does not count against it.
            Report whole =
                    report.outcome() == Outcome.SUCCESS
                            ? judged.endingAs(Diagnostics.outcome(diagnostics.toList()))
                            : judged.and(report.outcome());
            return reporter.report(whole, run::write);
        }
    }

    private static List<Report.Judgement> judgements(RunReport report) {
        List<Report.Judgement> judgements = new ArrayList<>();
        for (CheckedFormation formation : report.formations()) {
            Verdict verdict = formation.verdict();
            if (verdict != null) {
                judgements.add(new Report.Judgement(formation.formation().name().text(), verdict));
            }
        }
        return judgements;
    }

    private static Circumstances circumstances(Map<String, String> environment) {
        return new Circumstances(
                environment,
                System::currentTimeMillis,
                ThreadLocalRandom.current(),
                who(environment),
                host(environment));
    }

    /// As git would sign it, else who is logged in.
    private static String who(Map<String, String> environment) {
        String name = environment.getOrDefault("GIT_COMMITTER_NAME", "");
        String address = environment.getOrDefault("GIT_COMMITTER_EMAIL", "");
        if (!name.isEmpty()) {
            return address.isEmpty() ? name : name + " <" + address + ">";
        }
        return environment.getOrDefault("USER", System.getProperty("user.name", "unknown"));
    }

    private static String host(Map<String, String> environment) {
        String named = environment.getOrDefault("HOSTNAME", "");
        if (!named.isEmpty()) {
            return named;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    /// Everyone who is told of events.
    private static final class Sinks implements EventSink, AutoCloseable {
        private final List<EventSink> sinks = new ArrayList<>();
        private final List<OutputStream> files = new ArrayList<>();
        private TerminalConsent.Line line = TerminalConsent.Line.NONE;

        static Sinks open(
                List<ReportFormat> formats,
                Surroundings surroundings,
                RunRecord run,
                Diagnostics diagnostics) {
            Sinks sinks = new Sinks();
            sinks.sinks.add(run);
            if (surroundings.showsLiveProgress()) {
                LiveProgress progress = new LiveProgress(surroundings);
                sinks.line = progress;
                sinks.sinks.add(progress);
            } else {
                sinks.sinks.add(new ProgressLines(surroundings));
            }
            EventJson json = new EventJson(new FileNames(surroundings.workingFolder()));
            for (ReportFormat format : formats) {
                String file = format.file();
                if (format.kind() == ReportFormat.Kind.EVENTS && file == null) {
                    sinks.sinks.add(event -> surroundings.print(json.line(event)));
                } else if (format.kind() == ReportFormat.Kind.EVENTS && file != null) {
                    sinks.toFile(file, surroundings, json, diagnostics);
                }
            }
            return sinks;
        }

        private void toFile(
                String name, Surroundings surroundings, EventJson json, Diagnostics diagnostics) {
            try {
                OutputStream file =
                        Files.newOutputStream(surroundings.workingFolder().resolve(name));
                files.add(file);
                sinks.add(event -> {
                    try {
                        file.write(json.line(event).getBytes(StandardCharsets.UTF_8));
                        file.flush();
                    } catch (IOException full) {
                        // The run must not fail because nobody can watch it.
                        surroundings.say(
                                "warning: an event could not be written to " + name + "\n");
                    }
                });
            } catch (IOException problem) {
                diagnostics.add(Reporter.unwritable(name));
            }
        }

        @Override
        public void accept(Event event) {
            for (EventSink sink : sinks) {
                sink.accept(event);
            }
        }

        @Override
        public void close() {
            for (OutputStream file : files) {
                try {
                    file.close();
                } catch (IOException nothingLeftToDo) {
                    // Every event was flushed when it was written.
                }
            }
        }
    }
}
