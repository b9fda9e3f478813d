package dev.brayer.pipeline;

import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.stencil.Formation;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `explain RULE`: fills the stencils of formations and asks the policies of each about one rule.
public final class TraceProject {
    private TraceProject() {}

    /// What the rule saw in a formation.
    public record Traced(String formation, List<RuleTrace> traces) {
        public Traced {
            traces = List.copyOf(traces);
        }
    }

    /// @param formations those whose policies have the rule
    /// @param rules the names of all rules that judge the formations
    public record Result(List<Traced> formations, Set<String> rules, List<Diagnostic> diagnostics) {
        public Result {
            formations = List.copyOf(formations);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    public static Result trace(OpenedProject opened, CheckRequest request, String rule) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(opened.diagnostics());
        Set<String> rules = new LinkedHashSet<>();
        List<Traced> traced = new ArrayList<>();
        Project project = opened.project().orElse(null);
        if (project == null) {
            return new Result(traced, rules, diagnostics.toList());
        }
        FormationWork work = new FormationWork(project, request, new PreviousSnapshot(project));
        ShownImages images = new ShownImages(project, request);
        WordsOutside outside = new WordsOutside(project, request.environment(), images, null);
        for (Formation formation :
                CheckProject.selected(project, opened, request.formations(), diagnostics)) {
            CheckedFormation rendered = work.render(formation, outside);
            List<RuleTrace> traces = work.trace(rendered, rule, rules);
            traced.add(new Traced(formation.name().text(), traces));
        }
        diagnostics.addAll(work.diagnostics());
        return new Result(traced, rules, diagnostics.toList());
    }
}
