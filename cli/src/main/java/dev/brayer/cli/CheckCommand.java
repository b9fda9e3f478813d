package dev.brayer.cli;

import dev.brayer.pipeline.CheckProject;
import dev.brayer.pipeline.CheckRequest;
import dev.brayer.pipeline.CheckedFormation;
import dev.brayer.pipeline.CheckedProject;
import dev.brayer.pipeline.ProjectKinds;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.Judging;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.LoadOptions;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.Verdict;
import dev.brayer.policy.custom.CustomKinds;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.script.Scripts;
import dev.brayer.script.wire.Limits;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Outcome;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `brayer check`.
final class CheckCommand implements Command {
    /// What judges plain manifests when nobody says.
    static final String USUAL = "std/recommended";

    private static final String POLICY_ENDING = ".cop";

    private static final List<ReportFormat.Kind> FORMATS =
            List.of(ReportFormat.Kind.TEXT, ReportFormat.Kind.JSON);

    @Override
    public Declaration declaration() {
        return new Declaration(
                "check",
                "Judges the rendered formations of a project, or plain manifests, by policies",
                """
                Without a path, every formation of the project is rendered and judged by its own policies and those of
                pipeline.yml. Nothing is built, decrypted or touched. A stencil limits what is shown to that file.

                Manifests that belong to no project, folders of them, and - for standard input are judged by --policy, else by
                std/recommended of the standard library.\
                """,
                new Parameter(
                        "PATH",
                        0,
                        Parameter.MANY,
                        Option.Suggests.FILES,
                        "A stencil of the project, a manifest, a folder of manifests, or `-` for standard input"),
                List.of(
                        Options.FOLDER,
                        Options.FORMATION,
                        Options.SET,
                        Options.POLICY,
                        Options.PARAM,
                        Options.KUBERNETES_VERSION,
                        Options.SCHEMAS,
                        Options.WORKLOAD,
                        Options.BASE,
                        Options.FAIL_LEVEL,
                        Options.FORMAT,
                        Options.HELP),
                List.of(
                        new Declaration.Example(
                                "brayer check", "the project of the working folder"),
                        new Declaration.Example(
                                "brayer check stencils/web.yml", "one stencil, in every formation"),
                        new Declaration.Example(
                                "brayer check deploy/",
                                "plain manifests, by what the standard library recommends"),
                        new Declaration.Example(
                                "brayer check --policy rules.cop --policy std/pod-security/restricted deploy/",
                                "by rules of your own and Kubernetes' Pod Security Standards"),
                        new Declaration.Example(
                                "helm template . | brayer check --policy rules.cop -",
                                "what helm prints"),
                        new Declaration.Example(
                                "brayer check --format text --format json=report.json",
                                "two reports at once")));
    }

    @Override
    public Outcome run(Arguments arguments, Surroundings surroundings) {
        Diagnostics diagnostics = new Diagnostics();
        List<ReportFormat> formats = ReportFormats.of(arguments, FORMATS, diagnostics);
        Reporter reporter = new Reporter(formats, surroundings);
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        ProjectFiles project = ProjectFiles.of(arguments, surroundings);
        List<String> stencils = new ArrayList<>();
        List<String> manifests = new ArrayList<>();
        for (String path : arguments.positionals()) {
            if (path.endsWith(POLICY_ENDING)) {
                diagnostics.add(policyAsManifest(path));
            } else {
                boolean stencil =
                        project.isStencil(path)
                                && Files.exists(surroundings.workingFolder().resolve(path));
                (stencil ? stencils : manifests).add(path);
            }
        }
        if (diagnostics.hasErrors()) {
            return reporter.report(Report.ofDiagnostics(diagnostics.toList()));
        }
        List<Report.Judgement> judgements = new ArrayList<>();
        // The project first: standard input, which may be among the manifests, is read only once.
        if (manifests.isEmpty() || !stencils.isEmpty()) {
            checkProject(project, stencils, arguments, surroundings, diagnostics, judgements);
        }
        boolean judged = false;
        if (!manifests.isEmpty()) {
            Verdict verdict = judge(manifests, arguments, surroundings, diagnostics);
            if (verdict != null) {
                judged = true;
                judgements.addFirst(new Report.Judgement(null, verdict));
            }
        }
        boolean warningsFail = "warn".equals(arguments.value(Options.FAIL_LEVEL));
        Outcome outcome =
                reporter.report(Report.of(judgements, diagnostics.toList(), warningsFail));
        if (judged && arguments.values(Options.POLICY).isEmpty()) {
            surroundings.say("judged by " + USUAL + ", since no `--policy` is given\n");
        }
        return outcome;
    }

    private static Diagnostic policyAsManifest(String path) {
        return Diagnostic.error(
                        CommandLineCode.WRONG_VALUE,
                        null,
                        "`" + path + "` is a policy, and manifests are checked")
                .withHint("write `--policy " + path + "` to judge by it");
    }

    private static void checkProject(
            ProjectFiles files,
            List<String> stencils,
            Arguments arguments,
            Surroundings surroundings,
            Diagnostics diagnostics,
            List<Report.Judgement> judgements) {
        CheckRequest request = Requests.check(arguments, surroundings, diagnostics);
        if (diagnostics.hasErrors()) {
            return;
        }
        CheckedProject checked = CheckProject.check(files.open(), request);
        diagnostics.addAll(checked.diagnostics());
        for (CheckedFormation formation : checked.formations()) {
            Verdict verdict = formation.verdict();
            if (verdict != null) {
                judgements.add(
                        new Report.Judgement(
                                formation.formation().name().text(),
                                files.limited(verdict, stencils)));
            }
        }
        if (judgements.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.add(
                    Diagnostic.warning(
                                    CommandLineCode.NO_POLICY,
                                    null,
                                    "no policy judges this project, so nothing was checked")
                            .withHint(
                                    "name policies in pipeline.yml, as in `policies: [policies/, std/recommended]`, or with `--policy PATH`"));
        }
    }

    /// The kinds that the command line asks to know, and those that the project around says.
    private static KnownKinds around(
            Arguments arguments,
            KnownKinds asked,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        ProjectFiles files = ProjectFiles.of(arguments, surroundings);
        if (!files.exists()) {
            return asked;
        }
        ProjectKinds project = ProjectKinds.of(files.open(), asked);
        if (!project.whole()) {
            diagnostics.add(
                    Diagnostic.warning(
                                    CommandLineCode.BROKEN_PROJECT,
                                    null,
                                    "the project around has an error, so its `schemas:` and `workloads:` do not count")
                            .withHint("`brayer check` without a path shows it"));
        } else if (!project.kinds().equals(asked)) {
            surroundings.say("judged with the kinds that pipeline.yml and its formations tell\n");
        }
        return project.kinds();
    }

    /// Judges plain manifests; `null` when a policy has an error or there is none.
    private static @Nullable Verdict judge(
            List<String> paths,
            Arguments arguments,
            Surroundings surroundings,
            Diagnostics diagnostics) {
        List<Source> policies =
                arguments.values(Options.POLICY).isEmpty()
                        ? StandardLibrary.policies(USUAL)
                        : Requests.policies(arguments, surroundings, diagnostics);
        LoadOptions loading = Requests.loading(arguments, surroundings, diagnostics);
        if (diagnostics.hasErrors()) {
            return null;
        }
        Manifests manifests = Manifests.of(paths, surroundings, diagnostics);
        KnownKinds kinds =
                CustomKinds.add(
                        around(arguments, loading.kinds(), surroundings, diagnostics),
                        manifests.definitions(),
                        Severity.WARNING,
                        diagnostics);
        List<Source> rules = new ArrayList<>();
        List<Source> scripts = new ArrayList<>();
        for (Source policy : policies) {
            (policy.name().endsWith(ScriptPolicy.ENDING) ? scripts : rules).add(policy);
        }
        LoadedPolicies loaded = PolicyLoader.load(rules, loading.withKinds(kinds));
        diagnostics.addAll(loaded.diagnostics());
        CheckedPolicies checked = loaded.policies().orElse(null);
        if (checked == null || policies.isEmpty()) {
            manifests.each(batch -> diagnostics.addAll(batch.read().diagnostics()));
            return null;
        }
        if (checked.rules().isEmpty() && scripts.isEmpty()) {
            diagnostics.add(
                    Diagnostic.error(
                                    CommandLineCode.NO_POLICY,
                                    policies.getFirst().wholeFile(),
                                    "there is no rule in the given policies, so nothing would be checked")
                            .withHint("`brayer new policy NAME` makes one to begin with"));
            return null;
        }
        JudgeOptions options = Requests.judging(surroundings);
        String base = arguments.value(Options.BASE);
        if (base != null) {
            BaseManifests before = BaseManifests.open(base, surroundings, diagnostics);
            if (before == null) {
                return null;
            }
            options = options.withBefore(before.read(paths, checked.needsBefore(), diagnostics));
        }
        Verdict verdict =
                scripts.isEmpty()
                        ? judge(checked, options, manifests)
                        : judge(checked, scripts, options, manifests, surroundings);
        diagnostics.addAll(verdict.diagnostics());
        boolean nothingRead = verdict.summary().documents() == 0 && diagnostics.hasErrors();
        return nothingRead ? null : verdict;
    }

    private static Verdict judge(CheckedPolicies rules, JudgeOptions options, Manifests manifests) {
        Judging judging = Judge.start(rules, options);
        manifests.each(judging::add);
        return judging.finish();
    }

    private static Verdict judge(
            CheckedPolicies rules,
            List<Source> scripts,
            JudgeOptions options,
            Manifests manifests,
            Surroundings surroundings) {
        try (Scripts runner =
                ProjectScripts.alone(Limits.STANDARD, ProjectScripts.printer(surroundings))) {
            runner.prepare();
            HeldDocuments held = new HeldDocuments();
            Judging judging = Judge.start(rules, options);
            manifests.each(batch -> judging.add(held.keep(batch)));
            Verdict verdict = judging.finish();
            List<ScriptJudgement> judgements = new ArrayList<>();
            for (Source script : scripts) {
                judgements.add(runner.judge(script, held.documents()));
            }
            return ScriptJudgement.merge(verdict, judgements, held.documents());
        }
    }
}
