package dev.brayer.cli;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer explain CODE`: what an error means; `brayer explain RULE FILE`: what a rule saw.
final class ExplainCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    @Override
    public Declaration declaration() {
        return new Declaration(
                "explain",
                "Says what an error code means, or why a rule says what it says of a file",
                """
                Every error and warning of brayer ends with its code in brackets, such as [word-undefined].
                Without an argument, all codes are listed.

                Of a rule, each part of its condition is shown with what it gave and the line it read that from; `>` marks
                what decided. FILE is a manifest, judged by --policy or by the project's policies, or a stencil. Without
                FILE, the rule is explained for all formations of the project. Where a rule has the name of a code, the
                code is explained; FILE, --formation or --policy ask for the rule.\
                """,
                new Parameter(
                        "CODE|RULE [FILE]",
                        0,
                        2,
                        Option.Suggests.FILES,
                        "A code as it stands at the end of a message, or the name of a rule and what it judges"),
                List.of(
                        Options.FOLDER,
                        Options.FORMATION,
                        Options.SET,
                        Options.POLICY,
                        Options.PARAM,
                        Options.KUBERNETES_VERSION,
                        Options.SCHEMAS,
                        Options.WORKLOAD,
                        Options.DOCUMENT,
                        Options.FORMAT,
                        Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer explain option-unknown", "what this one means"),
                        new Declaration.Example("brayer explain", "all codes there are"),
                        new Declaration.Example(
                                "brayer explain NoLatest --policy rules.cop web.yml",
                                "why this rule fails, or passes"),
                        new Declaration.Example(
                                "brayer explain RunAsNonRoot --formation production",
                                "the same for everything that is rendered")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        List<String> positionals = arguments.positionals();
        if (positionals.isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (DiagnosticCode code : Codes.all()) {
                text.append(code.id()).append('\n');
            }
            surroundings.print(text.toString());
            return Outcome.SUCCESS;
        }
        String asked = positionals.getFirst();
        boolean aboutRule =
                positionals.size() > 1
                        || !arguments.values(Options.FORMATION).isEmpty()
                        || !arguments.values(Options.POLICY).isEmpty();
        if (aboutRule) {
            String file = positionals.size() > 1 ? positionals.get(1) : null;
            return explainRule(asked, file, List.of(), arguments, surroundings);
        }
        String id =
                asked.startsWith("[") && asked.endsWith("]")
                        ? asked.substring(1, asked.length() - 1)
                        : asked;
        List<String> ids = new ArrayList<>();
        for (DiagnosticCode code : Codes.all()) {
            if (code.id().equals(id)) {
                surroundings.print(text(code, surroundings.outPaint()));
                return Outcome.SUCCESS;
            }
            ids.add(code.id());
        }
        // Codes have hyphens and rules have none, so this is a mistyped code.
        boolean code = id.indexOf('-') >= 0;
        if (code || !ProjectFiles.of(arguments, surroundings).exists()) {
            return new Reporter(List.of(), surroundings)
                    .report(Report.ofDiagnostics(List.of(RuleQuestion.unknown(id, ids, true))));
        }
        return explainRule(id, null, ids, arguments, surroundings);
    }

    private static String text(DiagnosticCode code, Paint paint) {
        return paint.bold(code.id())
                + "\n\n"
                + code.explanation()
                + "\n\nAs an error it ends a command with exit code "
                + code.outcome().exitCode()
                + ": "
                + code.outcome().meaning()
                + ".\n";
    }

    private static Outcome explainRule(
            String rule,
            @Nullable String file,
            List<String> codes,
            Arguments arguments,
            Surroundings surroundings) {
        RuleQuestion question = new RuleQuestion(arguments, surroundings);
        Diagnostics problems = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, problems);
        Reporter reporter = new Reporter(formats, surroundings);
        if (problems.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(problems.toList()));
        }
        List<RuleQuestion.Traced> traces = question.ask(rule, file, codes);
        Report report = Report.ofDiagnostics(question.diagnostics());
        if (formats.isEmpty() || formats.contains(ReportFormat.TEXT)) {
            StringBuilder text = new StringBuilder();
            for (RuleQuestion.Traced traced : traces) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(
                                TraceText.of(
                                        rule,
                                        traced.trace(),
                                        traced.formation(),
                                        surroundings.outPaint()));
            }
            if (traces.isEmpty() && report.outcome() == Outcome.SUCCESS) {
                text.append(rule).append(" judges nothing here: no document is of its kinds\n");
            }
            surroundings.print(text.toString());
        }
        return reporter.report(report, (json, names) -> TraceJson.write(traces, json, names));
    }
}
