package dev.brayer.policy;

import dev.brayer.document.Document;
import dev.brayer.policy.evaluate.Tracer;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.trace.RuleTrace;
import java.util.ArrayList;
import java.util.List;

/// Answers why a rule says what it says.
public final class Inspector {
    private Inspector() {}

    /// A rule, step by step, on each document of a kind that it selects; empty where no rule has
    /// this name.
    ///
    /// @param documents all objects of the run: `resources` and `others` see them
    public static List<RuleTrace> trace(
            CheckedPolicies policies, String rule, List<Document> documents, JudgeOptions options) {
        List<RuleTrace> traces = new ArrayList<>();
        for (Rule candidate : policies.program().rules()) {
            if (candidate.name().equals(rule)) {
                traces.addAll(new Tracer(policies.program(), documents, options).trace(candidate));
            }
        }
        return traces;
    }

    /// What an expression gives for each document of the kinds it was checked for.
    public static List<RuleTrace.Answer> answers(
            CheckedExpression expression, List<Document> documents, JudgeOptions options) {
        return new Tracer(expression.program(), documents, options)
                .answers(expression.program().rules().getFirst());
    }
}
