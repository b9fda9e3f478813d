package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.pipeline.model.Pipeline;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Inspector;
import dev.brayer.policy.Judge;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.KnownKinds;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.Verdict;
import dev.brayer.policy.script.ScriptJudgement;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.stencil.Formation;
import dev.brayer.stencil.Outside;
import dev.brayer.stencil.RenderedFile;
import dev.brayer.stencil.RenderedFormation;
import dev.brayer.stencil.Written;
import dev.brayer.stencil.render.Clashes;
import dev.brayer.stencil.render.Renderer;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Renders and judges the formations of one project; policies that several formations share are
/// loaded once.
final class FormationWork {
    private final Project project;
    private final CheckRequest request;
    private final FormationKinds kinds;
    private final Previous previous;
    private final Map<List<String>, List<Loaded>> loaded = new HashMap<>();

    /// Policies as they were checked for certain kinds.
    private record Loaded(KnownKinds kinds, LoadedPolicies policies) {}

    /// What was said already: formations share base files, policies and stencils, whose faults need
    /// saying once.
    private final List<Diagnostic> said = new ArrayList<>();

    private @Nullable Scripting scripting;

    FormationWork(Project project, CheckRequest request, Previous previous) {
        this.previous = previous;
        this.project = project;
        this.request = request;
        this.kinds = new FormationKinds(project, request.loading().kinds());
    }

    /// What a formation is judged by.
    ///
    /// @param paths what the project's own files are called
    private record Policies(List<String> paths, List<Source> rules, List<Source> scripts) {}

    private Scripting scripting() {
        Scripting known = scripting;
        if (known == null) {
            known = request.scripts().apply(project);
            scripting = known;
        }
        return known;
    }

    /// Lets what runs scripts start while stencils are filled.
    void prepare(Formation formation) {
        Policies policies = policies(formation);
        boolean judged = policies != null && !policies.scripts().isEmpty();
        if (judged || !formation.transformations().isEmpty()) {
            scripting().judge().prepare();
        }
    }

    /// Fills the stencils; the verdict is still missing.
    CheckedFormation render(Formation formation, Outside outside) {
        RenderedFormation rendered =
                Renderer.render(
                        formation,
                        project.folder(),
                        outside,
                        request.settings(),
                        () -> scripting().transformer());
        say(rendered.diagnostics());
        List<Document> documents = new ArrayList<>();
        for (RenderedFile file : rendered.files()) {
            documents.addAll(file.documents());
        }
        return new CheckedFormation(formation, rendered, documents, null);
    }

    /// Fills the stencils for a run: a formation that cannot be applied is incomplete.
    CheckedFormation renderToApply(Formation formation, Outside outside) {
        CheckedFormation rendered = render(formation, outside);
        List<Diagnostic> refusals = SecretRefusals.of(rendered.rendered());
        if (refusals.isEmpty()) {
            return rendered;
        }
        say(refusals);
        RenderedFormation complete = rendered.rendered();
        List<Diagnostic> all = new ArrayList<>(complete.diagnostics());
        all.addAll(refusals);
        return new CheckedFormation(
                formation,
                new RenderedFormation(formation, complete.files(), complete.words(), all),
                rendered.documents(),
                null);
    }

    /// Judges what was rendered; without a verdict when there is no policy, or none without errors.
    CheckedFormation judge(CheckedFormation formation) {
        Verdict verdict = judge(formation.formation(), formation.documents());
        if (verdict == null) {
            return formation;
        }
        say(verdict.diagnostics());
        return new CheckedFormation(
                formation.formation(), formation.rendered(), formation.documents(), verdict);
    }

    /// Judges documents that come from elsewhere, such as a snapshot, by the policies of a
    /// formation.
    @Nullable Verdict judge(Formation formation, List<Document> documents) {
        Policies policies = policies(formation);
        if (policies == null) {
            return null;
        }
        CheckedPolicies rules =
                policies.rules().isEmpty() ? null : rules(policies, formation, documents);
        if (rules == null && !policies.rules().isEmpty()) {
            return null;
        }
        Verdict verdict = rules == null ? null : judge(rules, formation, documents);
        if (policies.scripts().isEmpty()) {
            return verdict;
        }
        List<ScriptJudgement> judgements = new ArrayList<>();
        for (Source script : policies.scripts()) {
            judgements.add(scripting().judge().judge(script, documents));
        }
        return verdict == null
                ? ScriptJudgement.verdict(judgements, documents)
                : ScriptJudgement.merge(verdict, judgements, documents);
    }

    /// What one rule saw in a formation, step by step.
    ///
    /// @param rules gets the names of all rules that judge it
    List<RuleTrace> trace(CheckedFormation formation, String rule, Set<String> rules) {
        Policies all = policies(formation.formation());
        CheckedPolicies policies =
                all == null || all.rules().isEmpty()
                        ? null
                        : rules(all, formation.formation(), formation.documents());
        if (policies == null) {
            return List.of();
        }
        for (CheckedPolicies.RuleInfo info : policies.rules()) {
            rules.add(info.name());
        }
        JudgeOptions options = judging(policies, formation.formation());
        return Inspector.trace(policies, rule, formation.documents(), options);
    }

    private Verdict judge(CheckedPolicies policies, Formation formation, List<Document> documents) {
        return Judge.judge(policies, documents, judging(policies, formation));
    }

    private JudgeOptions judging(CheckedPolicies policies, Formation formation) {
        JudgeOptions options = request.judging();
        if (policies.needsBefore()) {
            Diagnostics found = new Diagnostics();
            options = options.withBefore(previous.of(formation, found));
            say(found.toList());
        }
        return options;
    }

    /// `null` when there are none, or one of them cannot be read.
    private @Nullable Policies policies(Formation formation) {
        Diagnostics found = new Diagnostics();
        PolicyFiles files = new PolicyFiles(project, found);
        Pipeline pipeline = project.pipeline();
        for (Pipeline.Written written : pipeline.policies()) {
            files.add(written.text(), written.place());
        }
        for (Written written : formation.policies()) {
            files.add(written.text(), written.place());
        }
        List<String> paths = files.paths();
        Place place =
                formation.policies().isEmpty()
                        ? pipeline.source().wholeFile()
                        : formation.policies().getFirst().place();
        List<Source> rules = new ArrayList<>();
        List<Source> scripts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Source source : found.hasErrors() ? List.<Source>of() : files.read(place)) {
            names.add(source.name());
            (PolicyFiles.isScript(source) ? scripts : rules).add(source);
        }
        for (Source source : request.policies()) {
            // The command line may name again what the project names.
            if (names.add(source.name())) {
                (PolicyFiles.isScript(source) ? scripts : rules).add(source);
            }
        }
        say(found.toList());
        return found.hasErrors() || (rules.isEmpty() && scripts.isEmpty())
                ? null
                : new Policies(paths, rules, scripts);
    }

    /// The rules as they are checked for the kinds that these documents know; `null` after an
    /// error.
    private @Nullable CheckedPolicies rules(
            Policies policies, Formation formation, List<Document> documents) {
        Diagnostics found = new Diagnostics();
        KnownKinds known = kinds.of(formation, documents, found);
        say(found.toList());
        if (found.hasErrors()) {
            return null;
        }
        LoadedPolicies rules = loaded(policies, known);
        say(rules.diagnostics());
        return rules.policies().orElse(null);
    }

    /// Equal kinds are one object here.
    @SuppressWarnings("ReferenceEquality")
    private LoadedPolicies loaded(Policies policies, KnownKinds known) {
        List<Loaded> all = loaded.computeIfAbsent(policies.paths(), _ -> new ArrayList<>());
        for (Loaded one : all) {
            if (one.kinds() == known) {
                return one.policies();
            }
        }
        LoadedPolicies rules =
                PolicyLoader.load(policies.rules(), request.loading().withKinds(known));
        all.add(new Loaded(known, rules));
        return rules;
    }

    /// Complains about objects that several formations write.
    void compare(List<CheckedFormation> formations) {
        List<RenderedFormation> rendered = new ArrayList<>();
        for (CheckedFormation formation : formations) {
            rendered.add(formation.rendered());
        }
        say(Clashes.ofObjects(rendered));
    }

    /// Compared field by field: the generated equality of records would have to be linked first.
    private void say(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            boolean known = false;
            for (int at = 0; at < said.size() && !known; at++) {
                known = same(said.get(at), diagnostic);
            }
            if (!known) {
                said.add(diagnostic);
            }
        }
    }

    private static boolean same(Diagnostic one, Diagnostic other) {
        if (!one.code().id().equals(other.code().id()) || !one.message().equals(other.message())) {
            return false;
        }
        Place here = one.place();
        Place there = other.place();
        if (here == null || there == null) {
            return here == null && there == null;
        }
        Place written = here.written();
        Place otherWritten = there.written();
        return written.source().name().equals(otherWritten.source().name())
                && written.span().start() == otherWritten.span().start();
    }

    /// All that was said so far, each once.
    List<Diagnostic> diagnostics() {
        return List.copyOf(said);
    }
}
