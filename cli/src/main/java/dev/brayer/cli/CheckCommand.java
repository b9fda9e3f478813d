package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.document.DocumentReader;
import dev.brayer.document.ReadResult;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Judge;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.Verdict;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer check`.
final class CheckCommand implements Command {
    private static final List<ReportFormat.Kind> FORMATS = List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    @Override
    public Declaration declaration() {
        return new Declaration(
                "check",
                "Judges manifests by policies",
                """
                Manifests, folders of them, and - for standard input are judged by --policy.""",
                new Parameter(
                        "PATH",
                        1,
                        Parameter.MANY,
                        Option.Suggests.FILES,
                        "A manifest, a folder of manifests, or `-` for standard input"),
                List.of(
                        Options.POLICY,
                        Options.PARAM,
                        Options.FAIL_LEVEL,
                        Options.FORMAT,
                        Options.HELP),
                List.of(
                        new Declaration.Example("brayer check --policy rules.cop deploy/", "plain manifests"),
                        new Declaration.Example("helm template . | brayer check --policy rules.cop -", "what helm prints"),
                        new Declaration.Example(
                                "brayer check --policy rules.cop --format text --format json=report.json deploy/", "two reports at once")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        List<Report.Judgement> judgements = new ArrayList<>();
        Verdict verdict = judge(arguments.positionals(), arguments, surroundings, diagnostics);
        if (verdict != null) {
            judgements.add(new Report.Judgement(null, verdict));
        }
        boolean warningsFail = "warn".equals(arguments.value(Options.FAIL_LEVEL));
        return reporter.report(Report.of(judgements, diagnostics.toList(), warningsFail));
    }

    /// Judges plain manifests; `null` when a policy has an error or there is none.
    private static @Nullable Verdict judge(
            List<String> paths, Arguments arguments, Surroundings surroundings, Diagnostics diagnostics) {
        List<Source> policies = Requests.policies(arguments, surroundings, diagnostics);
        if (policies.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.add(Diagnostic.error(
                            CommandLineCode.NO_POLICY, null, "plain manifests need a policy to be judged by")
                    .withHint("`--policy PATH` names a file, or a folder of them"));
        }
        LoadedPolicies loaded = PolicyLoader.load(policies, Requests.loading(arguments, surroundings, diagnostics));
        diagnostics.addAll(loaded.diagnostics());
        CheckedPolicies checked = loaded.policies().orElse(null);
        List<Document> documents = new ArrayList<>();
        for (Source source : ManifestFiles.read(paths, ManifestFiles.MANIFESTS, surroundings, diagnostics)) {
            ReadResult read = DocumentReader.read(source);
            diagnostics.addAll(read.diagnostics());
            documents.addAll(read.documents());
        }
        if (checked == null || policies.isEmpty()) {
            return null;
        }
        Verdict verdict = Judge.judge(checked, documents, Requests.judging(surroundings));
        diagnostics.addAll(verdict.diagnostics());
        return verdict;
    }
}
