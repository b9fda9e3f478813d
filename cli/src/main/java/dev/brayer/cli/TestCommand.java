package dev.brayer.cli;

import dev.brayer.cli.Option.Suggests;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer test`.
final class TestCommand implements Command {
    static final Option FILTER =
            Option.of(
                    List.of("--filter"),
                    "NAME",
                    Suggests.NOTHING,
                    "Runs only the tests whose name holds this; it begins with the name of the rule, or is the manifest's path");

    static final Option COVERAGE =
            Option.flag(
                    List.of("--coverage"),
                    "Shows which selectors, conditions, quantifiers, defaults and messages no test exercised");

    static final Option MIN_COVERAGE =
            Option.of(
                    List.of("--min-coverage"),
                    "PERCENT",
                    Suggests.NOTHING,
                    "Fails when the tests exercise less than this");

    static final Option WATCH =
            Option.flag(
                    List.of("--watch"),
                    "Runs again whenever a policy, a test or an imported file changes, and tells what is new, until Ctrl-C");

    static final Option FORMAT =
            Option.repeatable(
                    List.of("--format"),
                    "FORMAT[=FILE]",
                    Suggests.NOTHING,
                    "Reports as `text`, which is the default, as `json`, or as `junit` for a CI server; to standard output or to FILE");

    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON, ReportFormat.Kind.JUNIT);

    @Override
    public Declaration declaration() {
        return new Declaration(
                "test",
                "Runs the tests of policies",
                """
                Tests are `test` blocks in policies, and manifests in folders good/ and bad/ beside them. A test lists all
                findings on its input: one more or one fewer is a failure. Without a path, all policies of the project are
                tested: those of pipeline.yml and of every formation. spec/testing.md says how tests are written.\
                """,
                new Parameter(
                        "PATH",
                        0,
                        Parameter.MANY,
                        Suggests.FILES,
                        "A policy, or a folder of policies"),
                List.of(
                        Options.FOLDER,
                        Options.PARAM,
                        FILTER,
                        COVERAGE,
                        MIN_COVERAGE,
                        WATCH,
                        FORMAT,
                        Options.KUBERNETES_VERSION,
                        Options.SCHEMAS,
                        Options.WORKLOAD,
                        Options.HELP),
                List.of(
                        new Declaration.Example("brayer test", "all policies of the project"),
                        new Declaration.Example(
                                "brayer test policies/ --filter NoLatest", "the tests of one rule"),
                        new Declaration.Example(
                                "brayer test --coverage --min-coverage 80",
                                "what no test exercises, and whether that is too much"),
                        new Declaration.Example(
                                "brayer test --format text --format junit=tests.xml",
                                "for people and for a CI server"),
                        new Declaration.Example(
                                "brayer test --watch policies/", "while a policy is written")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Integer least = least(arguments, diagnostics);
        boolean watching = arguments.has(WATCH);
        if (watching && !formats.isEmpty() && !formats.equals(List.of(ReportFormat.TEXT))) {
            diagnostics.add(
                    Diagnostic.error(
                            CommandLineCode.WRONG_VALUE,
                            null,
                            "`--watch` tells what is new as text, and in no other format"));
        }
        if (diagnostics.hasErrors()) {
            return new Reporter(formats, surroundings)
                    .report(Report.ofDiagnostics(diagnostics.toList()));
        }
        TestRun run = new TestRun(arguments, surroundings, least);
        return watching
                ? new TestWatch(run, surroundings).watch()
                : new TestReporter(formats, surroundings).report(run.run());
    }

    private static @Nullable Integer least(Arguments arguments, Diagnostics diagnostics) {
        String written = arguments.value(MIN_COVERAGE);
        if (written == null) {
            return null;
        }
        String digits =
                written.endsWith("%") ? written.substring(0, written.length() - 1) : written;
        try {
            int percent = Integer.parseInt(digits);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        diagnostics.add(
                Diagnostic.error(
                        CommandLineCode.WRONG_VALUE,
                        null,
                        "`--min-coverage` takes a number from 0 to 100, not `" + written + "`"));
        return null;
    }
}
