package dev.brayer.cli;

import dev.brayer.pipeline.Difference;
import dev.brayer.pipeline.OpenedProject;
import dev.brayer.pipeline.difference.FieldChange;
import dev.brayer.pipeline.difference.ObjectChange;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.JsonWriter;
import dev.brayer.text.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `brayer diff`.
final class DiffCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    private static final Option FROM =
            Option.of(
                    List.of("--from"),
                    "SNAPSHOT",
                    Option.Suggests.NOTHING,
                    "Compares two snapshots of one formation: this is the earlier one");

    private static final Option TO =
            Option.of(
                    List.of("--to"),
                    "SNAPSHOT",
                    Option.Suggests.NOTHING,
                    "Compares two snapshots of one formation: this is the later one");

    private static final Option EXIT_CODE =
            Option.flag(List.of("--exit-code"), "Exits with 1 when something differs");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "diff",
                "Shows what a run would change, or what changed between two snapshots",
                """
                Without --from, what the project says now is compared with the last snapshot of each formation that
                succeeded. Nothing is built or touched. What names only the run, such as its deploy tag, is no difference.\
                """,
                Parameter.FORMATIONS,
                List.of(
                        Options.FOLDER,
                        Options.SET,
                        FROM,
                        TO,
                        EXIT_CODE,
                        Options.FORMAT,
                        Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer diff production", "what a run would change"),
                        new Declaration.Example(
                                "brayer diff production --from 20261123-09 --to 20261124-11",
                                "between two snapshots"),
                        new Declaration.Example(
                                "brayer diff --exit-code", "exits with 1 when something differs")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        String from = arguments.value(FROM);
        String to = arguments.value(TO);
        if ((from == null) != (to == null)) {
            diagnostics.add(
                    Diagnostic.error(
                            CommandLineCode.WRONG_VALUE,
                            null,
                            "`--from` and `--to` belong together: each names a snapshot"));
        }
        if (from != null && arguments.positionals().size() != 1) {
            diagnostics.add(
                    Diagnostic.error(
                            CommandLineCode.WRONG_VALUE,
                            null,
                            "two snapshots are compared of one formation; name it"));
        }
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        Difference difference = compare(arguments, surroundings, diagnostics, from, to);
        diagnostics.addAll(difference.diagnostics());
        if (formats.isEmpty() || formats.contains(ReportFormat.TEXT)) {
            surroundings.print(text(difference, surroundings.outPaint()));
        }
        boolean counts = arguments.has(EXIT_CODE) && !difference.isEmpty();
        Report report =
                Report.ofDiagnostics(diagnostics.toList())
                        .and(counts ? Outcome.FINDINGS : Outcome.SUCCESS);
        return reporter.report(report, (json, names) -> write(difference, json));
    }

    private static Difference compare(
            Arguments arguments,
            Surroundings surroundings,
            Diagnostics diagnostics,
            @Nullable String from,
            @Nullable String to) {
        OpenedProject opened = ProjectFiles.of(arguments, surroundings).open();
        return from != null && to != null
                ? Difference.between(opened, arguments.positionals().getFirst(), from, to)
                : Difference.now(
                        opened,
                        Requests.check(arguments, surroundings, diagnostics)
                                .forFormations(arguments.positionals()));
    }

    private static String text(Difference difference, Paint paint) {
        StringBuilder text = new StringBuilder();
        for (Difference.OfFormation formation : difference.formations()) {
            text.append(paint.bold(formation.formation()))
                    .append("  ")
                    .append(formation.before())
                    .append(" → ")
                    .append(formation.after())
                    .append('\n');
            if (formation.objects().isEmpty()) {
                text.append("  nothing differs\n");
            }
            for (ObjectChange change : formation.objects()) {
                append(change, text, paint);
            }
        }
        return text.toString();
    }

    private static void append(ObjectChange change, StringBuilder text, Paint paint) {
        text.append("  ")
                .append(kind(change))
                .append(' ')
                .append(change.object())
                .append("  (")
                .append(change.file())
                .append(")\n");
        for (String line : change.unified()) {
            String painted =
                    line.startsWith("+")
                            ? paint.green(line)
                            : line.startsWith("-") ? paint.red(line) : line;
            text.append("    ").append(painted).append('\n');
        }
    }

    private static String kind(ObjectChange change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    private static void write(Difference difference, JsonWriter json) {
        json.beginArray("differences");
        for (Difference.OfFormation formation : difference.formations()) {
            for (ObjectChange change : formation.objects()) {
                json.beginObject()
                        .member("formation", formation.formation())
                        .member("before", formation.before())
                        .member("after", formation.after())
                        .member("change", kind(change))
                        .member("object", change.object().toString())
                        .member("file", change.file())
                        .beginArray("fields");
                for (FieldChange field : change.fields()) {
                    json.beginObject().member("path", field.path());
                    member(json, "before", field.before());
                    member(json, "after", field.after());
                    json.endObject();
                }
                json.endArray().endObject();
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
