package dev.brayer.policy.evaluate;

import dev.brayer.document.Document;
import dev.brayer.document.ResourceIdentity;
import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.policy.trace.RuleTrace;
import dev.brayer.policy.trace.Shown;
import dev.brayer.policy.trace.Step;
import dev.brayer.policy.value.Subject;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges as [Run] does and tells every step. It is for questions, not for runs.
public final class Tracer {
    private final Program program;
    private final JudgeOptions options;
    private final Neighbours neighbours;

    public Tracer(Program program, List<Document> documents, JudgeOptions options) {
        this.program = program;
        this.options = options;
        this.neighbours = new Neighbours(program, documents, options.before());
    }

    /// One rule on every document of a kind that it selects.
    public List<RuleTrace> trace(Rule rule) {
        Selection selection = rule.selection();
        boolean removed = selection != null && selection.removed();
        List<RuleTrace> traces = new ArrayList<>();
        for (Subject subject : removed ? neighbours.removed() : neighbours.subjects()) {
            if (isOfKind(selection, subject.document().identity())) {
                traces.add(trace(rule, subject));
            }
        }
        return traces;
    }

    private static boolean isOfKind(@Nullable Selection selection, ResourceIdentity identity) {
        String apiVersion = identity.apiVersion();
        String kind = identity.kind();
        if (selection == null) {
            return true;
        }
        if (apiVersion == null || kind == null || !identity.isObject()) {
            return false;
        }
        for (Selection.Kind selected : selection.kinds()) {
            if (selected.matches(apiVersion, kind)) {
                return true;
            }
        }
        return selection.kinds().isEmpty();
    }

    private RuleTrace trace(Rule rule, Subject subject) {
        Document document = subject.document();
        Judged judged = judged(subject);
        Evaluator evaluator = new Evaluator(judged, rule.frame());
        StepMaker steps = new StepMaker(evaluator);
        Selection selection = rule.selection();
        Condition where = selection == null ? null : selection.filter();
        Step filter = null;
        try {
            filter = where == null ? null : steps.condition(where, false);
            boolean selected =
                    new Judgement(rule, judged).isSelected()
                            && (!rule.usesBefore() || judged.hasBefore());
            judged.budget().renew();
            Truth truth = selected ? evaluator.truth(rule.condition()) : null;
            Step condition = truth == null ? null : steps.condition(rule.condition(), true);
            return new RuleTrace(document, filter, selected, truth, condition, null);
        } catch (Budget.Exhausted exhausted) {
            return new RuleTrace(document, filter, true, null, null, exhausted.what());
        } catch (StackOverflowError tooDeep) {
            return new RuleTrace(document, filter, true, null, null, "it nests too deep");
        }
    }

    /// The value of an expression, which is what a rule sends to the console, on every document.
    public List<RuleTrace.Answer> answers(Rule rule) {
        if (!(rule.condition() instanceof Condition.Console(_, Operand asked))) {
            throw new IllegalArgumentException("an expression is asked as `… -> console`");
        }
        List<RuleTrace.Answer> answers = new ArrayList<>();
        for (Subject subject : neighbours.subjects()) {
            if (isOfKind(rule.selection(), subject.document().identity())) {
                answers.add(answer(rule, asked, subject));
            }
        }
        return answers;
    }

    private RuleTrace.Answer answer(Rule rule, Operand asked, Subject subject) {
        Judged judged = judged(subject);
        Evaluator evaluator = new Evaluator(judged, rule.frame());
        Document document = subject.document();
        try {
            judged.budget().renew();
            Value value = evaluator.value(asked);
            Shown shown = ShownValues.whole(value);
            if (!(asked instanceof Operand.Judged(_, Condition condition))) {
                return new RuleTrace.Answer(document, shown, null, List.of(), null);
            }
            judged.budget().renew();
            Truth truth = evaluator.truth(condition);
            List<RuleTrace.Reason> reasons = new ArrayList<>();
            if (truth != Truth.HOLDS) {
                for (Reason reason : new Explainer(evaluator, null).explain(condition)) {
                    reasons.add(
                            new RuleTrace.Reason(
                                    reason.message(), ShownValues.carried(reason.site())));
                }
            }
            return new RuleTrace.Answer(document, shown, truth, reasons, null);
        } catch (Budget.Exhausted exhausted) {
            return gaveUp(document, exhausted.what());
        } catch (StackOverflowError tooDeep) {
            return gaveUp(document, "it nests too deep");
        }
    }

    private static RuleTrace.Answer gaveUp(Document document, String limit) {
        return new RuleTrace.Answer(
                document, ShownValues.brief(Value.missing()), null, List.of(), limit);
    }

    private Judged judged(Subject subject) {
        return new Judged(
                program,
                neighbours,
                null,
                new Budget(options),
                subject,
                options.console(),
                options.observer());
    }
}
