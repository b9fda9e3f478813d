package dev.brayer.cli;

import dev.brayer.document.Document;
import dev.brayer.pipeline.OpenedProject;
import dev.brayer.pipeline.TraceProject;
import dev.brayer.policy.CheckedPolicies;
import dev.brayer.policy.Inspector;
import dev.brayer.policy.LoadedPolicies;
import dev.brayer.policy.PolicyLoader;
import dev.brayer.policy.script.ScriptPolicy;
import dev.brayer.policy.standard.StandardLibrary;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a rule says what it says: of a file, or of the rendered formations of a project.
final class RuleQuestion {
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Diagnostics diagnostics = new Diagnostics();
    private final ProjectFiles project;

    RuleQuestion(Arguments arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.project = ProjectFiles.of(arguments, surroundings);
    }

    /// The steps of a rule on a document.
    ///
    /// @param formation of which the document is, or `null` for a file as it is
    record Traced(@Nullable String formation, RuleTrace trace) {}

    List<Diagnostic> diagnostics() {
        return diagnostics.toList();
    }

    /// Empty after an error was added, or where the rule selects none of the documents' kinds.
    ///
    /// @param file a manifest, a stencil, or `null` for all that the formations have
    /// @param codes what else the name could have meant
    List<Traced> ask(String rule, @Nullable String file, List<String> codes) {
        if (file == null || project.isStencil(file)) {
            return ofFormations(rule, file, codes);
        }
        List<Source> sources = new ArrayList<>();
        if (arguments.values(Options.POLICY).isEmpty()) {
            if (project.exists()) {
                OpenedProject opened = project.open();
                diagnostics.addAll(opened.diagnostics());
                opened.project().ifPresent(known -> sources.addAll(known.policies(diagnostics)));
            } else {
                sources.addAll(StandardLibrary.policies(CheckCommand.USUAL));
            }
        }
        // What a script does inside nobody can show.
        for (Source policy : Requests.policies(arguments, surroundings, diagnostics)) {
            if (!policy.name().endsWith(ScriptPolicy.ENDING)) {
                sources.add(policy);
            }
        }
        CheckedPolicies policies = load(sources);
        List<String> names = new ArrayList<>();
        if (policies != null) {
            for (CheckedPolicies.RuleInfo info : policies.rules()) {
                names.add(info.name());
            }
        }
        return policies == null || !isKnown(rule, names, codes)
                ? List.of()
                : ofFile(rule, file, policies);
    }

    private static Diagnostic noPolicy() {
        return Diagnostic.error(
                        CommandLineCode.NO_POLICY,
                        null,
                        "there is no policy to look for the rule in")
                .withHint("`--policy PATH` names a file, or a folder of them");
    }

    private @Nullable CheckedPolicies load(List<Source> sources) {
        if (sources.isEmpty()) {
            if (!diagnostics.hasErrors()) {
                diagnostics.add(noPolicy());
            }
            return null;
        }
        LoadedPolicies loaded =
                PolicyLoader.load(sources, Requests.loading(arguments, surroundings, diagnostics));
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            if (diagnostic.isError()) {
                diagnostics.add(diagnostic);
            }
        }
        return diagnostics.hasErrors() ? null : loaded.policies().orElse(null);
    }

    private boolean isKnown(String rule, Collection<String> rules, List<String> codes) {
        if (rules.contains(rule)) {
            return true;
        }
        if (!diagnostics.hasErrors()) {
            List<String> names = new ArrayList<>(rules);
            names.addAll(codes);
            diagnostics.add(unknown(rule, names, !codes.isEmpty()));
        }
        return false;
    }

    /// @param known names that may have been meant
    /// @param orCode whether a code may have been meant
    static Diagnostic unknown(String name, List<String> known, boolean orCode) {
        String near = Suggestions.didYouMean(name, known);
        if (near == null && !orCode) {
            near = "`--policy PATH` names the policies in which it is looked for";
        }
        return Diagnostic.error(
                        CommandLineCode.UNKNOWN_CODE,
                        null,
                        orCode
                                ? "there is no code `" + name + "`, and no rule of this name"
                                : "there is no rule `" + name + "`")
                .withHint(near == null && orCode ? "`brayer explain` lists all codes" : near);
    }

    private List<Traced> ofFile(String rule, String file, CheckedPolicies policies) {
        List<Document> documents = EvalCommand.read(file, surroundings, diagnostics);
        List<Document> chosen = DocumentChoice.of(documents, arguments, file, diagnostics);
        List<Traced> traced = new ArrayList<>();
        for (RuleTrace trace :
                Inspector.trace(policies, rule, documents, Requests.judging(surroundings))) {
            if (chosen.contains(trace.document())) {
                traced.add(new Traced(null, trace));
            }
        }
        return traced;
    }

    private List<Traced> ofFormations(String rule, @Nullable String file, List<String> codes) {
        TraceProject.Result result =
                TraceProject.trace(
                        project.open(), Requests.check(arguments, surroundings, diagnostics), rule);
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.isError()) {
                diagnostics.add(diagnostic);
            }
        }
        List<Traced> traced = new ArrayList<>();
        if (!isKnown(rule, result.rules(), codes)) {
            return traced;
        }
        String number = arguments.value(Options.DOCUMENT);
        for (TraceProject.Traced formation : result.formations()) {
            for (RuleTrace trace : formation.traces()) {
                Document document = trace.document();
                boolean wanted =
                        number == null || Integer.toString(document.index()).equals(number);
                if (wanted && (file == null || isOf(document, file))) {
                    traced.add(new Traced(formation.formation(), trace));
                }
            }
        }
        return traced;
    }

    private static boolean isOf(Document document, String file) {
        String name = Path.of(file).normalize().toString().replace('\\', '/');
        return document.root().place().written().source().name().equals(name);
    }
}
