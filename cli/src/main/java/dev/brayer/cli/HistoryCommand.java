package dev.brayer.cli;

import dev.brayer.pipeline.History;
import dev.brayer.pipeline.snapshot.Snapshot;
import dev.brayer.pipeline.snapshot.SnapshotState;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer history`.
final class HistoryCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    private static final Option LIMIT =
            Option.of(
                    List.of("--limit"),
                    "NUMBER",
                    Option.Suggests.NOTHING,
                    "Shows this many of each formation; 20 without it, 0 for all");

    private static final int USUAL_LIMIT = 20;

    @Override
    public Declaration declaration() {
        return new Declaration(
                "history",
                "Lists what was deployed, the newest first",
                """
                Every run that touched a formation is a snapshot: when, of which commit, by whom, and how it ended.
                `brayer rollback` applies one of them again.\
                """,
                Parameter.FORMATIONS,
                List.of(Options.FOLDER, LIMIT, Options.FORMAT, Options.HELP),
                List.of(
                        new Declaration.Example("brayer history production", "one formation"),
                        new Declaration.Example(
                                "brayer history --format json", "all, for machines")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        int limit = limit(arguments.value(LIMIT), diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        History history =
                History.read(
                        ProjectFiles.of(arguments, surroundings).open(), arguments.positionals());
        diagnostics.addAll(history.diagnostics());
        if (formats.isEmpty() || formats.contains(ReportFormat.TEXT)) {
            surroundings.print(text(history, limit, surroundings.outPaint()));
        }
        return reporter.report(
                Report.ofDiagnostics(diagnostics.toList()),
                (json, names) -> write(history, limit, json));
    }

    private static int limit(@Nullable String value, Diagnostics diagnostics) {
        if (value == null) {
            return USUAL_LIMIT;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 0) {
                return limit == 0 ? Integer.MAX_VALUE : limit;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a negative number.
        }
        diagnostics.add(
                dev.brayer.text.Diagnostic.error(
                        CommandLineCode.WRONG_VALUE,
                        null,
                        "`--limit` takes a number from 0, not `" + value + "`"));
        return USUAL_LIMIT;
    }

    private static String text(History history, int limit, Paint paint) {
        StringBuilder text = new StringBuilder();
        for (History.OfFormation formation : history.formations()) {
            text.append(paint.bold(formation.formation())).append('\n');
            if (formation.snapshots().isEmpty()) {
                text.append("  nothing was deployed yet\n");
            }
            List<Snapshot> snapshots = formation.snapshots();
            for (Snapshot snapshot : snapshots.subList(0, Math.min(limit, snapshots.size()))) {
                append(snapshot, text, paint);
            }
        }
        return text.toString();
    }

    private static void append(Snapshot snapshot, StringBuilder text, Paint paint) {
        String state = snapshot.state().word();
        String padding = " ".repeat(Math.max(1, 13 - state.length()));
        text.append("  ")
                .append(paint.cyan(snapshot.id()))
                .append("  ")
                .append(
                        snapshot.state() == SnapshotState.SUCCEEDED
                                ? paint.green(state)
                                : snapshot.state() == SnapshotState.FAILED
                                        ? paint.red(state)
                                        : paint.yellow(state))
                .append(padding)
                .append(time(snapshot.started()))
                .append("  ")
                .append(snapshot.who());
        String commit = snapshot.commit();
        text.append(
                commit == null
                        ? ""
                        : "  commit " + commit.substring(0, Math.min(12, commit.length())));
        String restores = snapshot.restores();
        text.append(restores == null ? "" : "  rolled back to " + restores);
        String reason = snapshot.reason();
        text.append(reason == null ? "" : "  emergency: " + reason).append('\n');
    }

    private static String time(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void write(History history, int limit, JsonWriter json) {
        json.beginArray("snapshots");
        for (History.OfFormation formation : history.formations()) {
            List<Snapshot> snapshots = formation.snapshots();
            for (Snapshot snapshot : snapshots.subList(0, Math.min(limit, snapshots.size()))) {
                json.beginObject()
                        .member("formation", formation.formation())
                        .member("snapshot", snapshot.id())
                        .member("state", snapshot.state().word())
                        .member("who", snapshot.who())
                        .member("started", time(snapshot.started()));
                if (snapshot.ended() > 0) {
                    json.member("ended", time(snapshot.ended()));
                }
                member(json, "commit", snapshot.commit());
                member(json, "restores", snapshot.restores());
                member(json, "emergency", snapshot.reason());
                json.endObject();
            }
        }
        json.endArray();
    }

    private static void member(JsonWriter json, String name, @Nullable String value) {
        if (value != null) {
            json.member(name, value);
        }
    }
}
