package dev.brayer.cli;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyFormatter;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.pipeline.difference.LineDifference;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.io.IOException;
import java.util.List;

/// `brayer fmt`.
final class FmtCommand implements Command {
    private static final Option CHECK =
            Option.flag(
                    List.of("--check"),
                    "Changes nothing, lists the files that would change and ends with 1 if there is one");

    private static final Option DIFF =
            Option.flag(List.of("--diff"), "Changes nothing and shows the lines that would change");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "fmt",
                "Writes policies in the one style",
                """
                Formats policies in place and lists those that changed; - reads standard input and prints the result.
                Comments keep their places, and what a policy means never changes. Without a path, the policies of the
                project are formatted.

                A file with a syntax error stays as it is; the others are still formatted.\
                """,
                new Parameter(
                        "PATH",
                        0,
                        Parameter.MANY,
                        Option.Suggests.FILES,
                        "A policy, a folder of policies, or `-` for standard input"),
                List.of(CHECK, DIFF, Options.FOLDER, Options.HELP),
                List.of(
                        new Declaration.Example("brayer fmt", "the policies of the project"),
                        new Declaration.Example(
                                "brayer fmt --check --diff policies/",
                                "in a pipeline: what is not formatted, and how it should be")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        boolean check = arguments.has(CHECK);
        boolean diff = arguments.has(DIFF);
        boolean differs = false;
        for (Source source : PolicySources.of(arguments, surroundings, diagnostics)) {
            ParsedPolicy parsed = PolicyParser.parse(source);
            if (parsed.hasErrors()) {
                for (Diagnostic diagnostic : parsed.diagnostics()) {
                    if (diagnostic.isError()) {
                        diagnostics.add(diagnostic);
                    }
                }
                continue;
            }
            String formatted = PolicyFormatter.format(parsed);
            boolean changed = !formatted.equals(source.text());
            differs |= changed;
            boolean toOutput = PolicySources.isStandardInput(source) && !check && !diff;
            if (toOutput) {
                surroundings.print(formatted);
            } else if (changed && diff) {
                surroundings.print(difference(source, formatted));
            } else if (changed && check) {
                surroundings.print(source.name() + "\n");
            } else if (changed && !PolicySources.isFixed(source, surroundings, diagnostics)) {
                write(source, formatted, surroundings, diagnostics);
            }
        }
        Outcome outcome =
                new Reporter(List.of(), surroundings)
                        .report(Report.ofDiagnostics(diagnostics.toList()));
        return check && differs ? outcome.and(Outcome.FINDINGS) : outcome;
    }

    private static void write(
            Source source, String formatted, Surroundings surroundings, Diagnostics diagnostics) {
        try {
            FileReplacement.replace(surroundings.workingFolder().resolve(source.name()), formatted);
            surroundings.print(source.name() + "\n");
        } catch (IOException problem) {
            diagnostics.add(unwritable(source, problem));
        }
    }

    static Diagnostic unwritable(Source source, IOException problem) {
        return Diagnostic.error(
                CommandLineCode.UNWRITABLE_FILE,
                Source.unread(source.name()).wholeFile(),
                source.name() + " cannot be written: " + problem.getMessage());
    }

    static String difference(Source source, String changed) {
        StringBuilder text =
                new StringBuilder("--- ")
                        .append(source.name())
                        .append("\n+++ ")
                        .append(source.name())
                        .append('\n');
        List<String> lines =
                LineDifference.unified(source.text().lines().toList(), changed.lines().toList());
        if (lines.isEmpty()) {
            text.append("  (only line ends differ)\n");
        }
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
