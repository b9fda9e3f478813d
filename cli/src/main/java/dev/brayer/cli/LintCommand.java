package dev.brayer.cli;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.lint.Fixer;
import dev.brayer.policy.lint.Lints;
import dev.brayer.policy.lint.Remark;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Place;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer lint`.
final class LintCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    private static final Option FIX =
            Option.flag(
                    List.of("--fix"),
                    "Mends what can be mended without changing what a policy finds, and keeps comments");

    @Override
    public Declaration declaration() {
        return new Declaration(
                "lint",
                "Says what a careful reader would remark on policies",
                """
                Looks for style, for mistakes that are no errors, and for rules that relied on something in which Copper 1
                differed. What every run warns of is shown as well. Without a path, the policies of the project are read.

                Ends with 1 where something is remarked; hints alone do not count. `brayer explain CODE` says why, with
                an example.\
                """,
                new Parameter(
                        "PATH",
                        0,
                        Parameter.MANY,
                        Option.Suggests.FILES,
                        "A policy, a folder of policies, or `-` for standard input"),
                List.of(FIX, Options.FOLDER, Options.FORMAT, Options.HELP),
                List.of(
                        new Declaration.Example("brayer lint", "the policies of the project"),
                        new Declaration.Example(
                                "brayer lint --fix old.cop && brayer fmt old.cop",
                                "an old file in today's style"),
                        new Declaration.Example(
                                "brayer explain lint-copper-greater-or-equal",
                                "what one remark is about")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics problems = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, problems);
        Reporter reporter = new Reporter(formats, surroundings);
        if (problems.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(problems.toList()));
        }
        List<Diagnostic> remarks = new ArrayList<>();
        LoadOptions loading = Requests.loading(surroundings).withLibraryReviewed();
        int fixable = 0;
        for (Source source : PolicySources.of(arguments, surroundings, problems)) {
            Source shown =
                    arguments.has(FIX) ? fixed(source, loading, surroundings, problems) : source;
            fixable += look(shown, loading, remarks, problems);
        }
        problems.addAll(remarks);
        Report report = Report.ofDiagnostics(problems.toList());
        Outcome outcome =
                reporter.report(remarks.isEmpty() ? report : report.and(Outcome.FINDINGS));
        if (fixable > 0 && !arguments.has(FIX)) {
            surroundings.say(Words.count(fixable, "remark") + " can be mended with `--fix`\n");
        }
        return outcome;
    }

    /// Adds what is wrong or remarked, in the order of the file; returns how much has a fix.
    private static int look(
            Source source, LoadOptions loading, List<Diagnostic> remarks, Diagnostics problems) {
        LoadedPolicies loaded = PolicyLoader.load(List.of(source), loading);
        // A hint is shown and fails nothing: what is missing may well be meant to be found.
        List<Diagnostic> found = new ArrayList<>(loaded.hints());
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            if (counts(diagnostic)) {
                found.add(diagnostic);
            }
        }
        int fixable = 0;
        ParsedPolicy parsed = PolicyParser.parse(source);
        if (!parsed.hasErrors()) {
            for (Remark remark : Lints.look(parsed)) {
                fixable += remark.fix().isEmpty() ? 0 : 1;
                // A remark says more than a warning of the same place: what to do.
                found.removeIf(known -> !known.isError() && remark.place().equals(known.place()));
                found.add(remark.diagnostic());
            }
        }
        found.sort((left, right) -> Integer.compare(start(left), start(right)));
        for (Diagnostic diagnostic : found) {
            if (diagnostic.severity() != Severity.WARNING) {
                problems.add(diagnostic);
            } else {
                remarks.add(diagnostic);
            }
        }
        return fixable;
    }

    /// The value of a parameter is a matter of the run, not of the file.
    private static boolean counts(Diagnostic diagnostic) {
        return diagnostic.code() != PolicyCode.PARAMETER_MISSING;
    }

    private static int start(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        return place == null ? 0 : place.span().start();
    }

    private static Source fixed(
            Source source, LoadOptions loading, Surroundings surroundings, Diagnostics problems) {
        Fixer fixer = new Fixer(version -> errors(version, loading));
        Source fixed = fixer.fix(source);
        if (PolicySources.isStandardInput(source)) {
            surroundings.print(fixed.text());
            return fixed;
        }
        if (fixed.text().equals(source.text())
                || PolicySources.isFixed(source, surroundings, problems)) {
            return source;
        }
        IOException problem = write(fixed, surroundings);
        if (problem != null) {
            problems.add(FmtCommand.unwritable(source, problem));
            return source;
        }
        surroundings.say(source.name() + ": " + Words.count(fixer.fixed(), "fix", "fixes") + "\n");
        return fixed;
    }

    private static @Nullable IOException write(Source source, Surroundings surroundings) {
        try {
            FileReplacement.replace(
                    surroundings.workingFolder().resolve(source.name()), source.text());
            return null;
        } catch (IOException problem) {
            return problem;
        }
    }

    private static int errors(Source source, LoadOptions loading) {
        int errors = 0;
        for (Diagnostic diagnostic : PolicyLoader.load(List.of(source), loading).diagnostics()) {
            errors += diagnostic.isError() && counts(diagnostic) ? 1 : 0;
        }
        return errors;
    }
}
