package dev.brayer.policy.evaluate;

import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.trace.Step;
import dev.brayer.policy.value.Truth;
import dev.brayer.policy.value.Value;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;

/// Evaluates each expression of a condition once more and writes down what it gave. The language is
/// pure, so that is what the rule saw.
///
/// What decided is found on the way down: a part decides where its whole does and both are of one
/// truth.
final class StepMaker {
    /// Elements of one list that are shown.
    private static final int MOST_ELEMENTS = 100;

    private final Evaluator evaluator;

    StepMaker(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Step condition(Condition condition, boolean decides) {
        Truth truth = truth(condition);
        List<Step> steps = new ArrayList<>();
        switch (condition) {
            case Condition.And(_, List<Condition> parts) -> parts(parts, truth, decides, steps);
            case Condition.Or(_, List<Condition> parts) -> parts(parts, truth, decides, steps);
            case Condition.Not(Place place, Condition negated) -> {
                // The checker writes `no` as `every … : not`; nobody wrote that `not`.
                if (negated.place().equals(place)) {
                    return condition(negated, decides);
                }
                steps.add(condition(negated, decides));
            }
            case Condition.Compare compare -> {
                value(compare.left(), steps);
                value(compare.right(), steps);
            }
            case Condition.In(_, Operand left, Operand right) -> {
                value(left, steps);
                value(right, steps);
            }
            case Condition.Contains(_, Operand list, Operand value) -> {
                value(list, steps);
                value(value, steps);
            }
            case Condition.Matches(_, Operand left, Operand pattern, _) -> {
                value(left, steps);
                value(pattern, steps);
            }
            case Condition.Exists(_, Operand operand) -> value(operand, steps);
            case Condition.Holds(_, Operand operand) -> operands(List.of(operand), steps);
            case Condition.Console(_, Operand operand) -> value(operand, steps);
            case Quantified quantified -> quantified(quantified, truth, decides, steps);
            case Condition.Apply(_, Definition<Condition> definition, List<Operand> arguments) -> {
                operands(arguments, steps);
                steps.add(
                        new StepMaker(evaluator.inside(definition, arguments))
                                .condition(definition.body(), decides));
            }
        }
        return new Step.Judged(condition.place(), truth, decides, steps);
    }

    private Truth truth(Condition condition) {
        evaluator.judged().budget().renew();
        return evaluator.truth(condition);
    }

    private void parts(List<Condition> parts, Truth whole, boolean decides, List<Step> steps) {
        for (Condition part : parts) {
            steps.add(condition(part, decides && truth(part) == whole));
        }
    }

    private void quantified(Quantified quantified, Truth whole, boolean decides, List<Step> steps) {
        value(quantified.list(), steps);
        List<Value> elements = Evaluator.elements(evaluator.value(quantified.list()));
        if (elements == null) {
            return;
        }
        String names = names(quantified);
        for (int index = 0; index < elements.size(); index++) {
            if (index == MOST_ELEMENTS) {
                steps.add(new Step.LeftOut(elements.size() - index));
                break;
            }
            evaluator.judged().budget().renew();
            evaluator.bindElement(quantified, elements, index);
            Truth truth = evaluator.elementTruth(quantified);
            boolean element = decides && truth == whole;
            List<Step> inside = new ArrayList<>();
            Condition filter = quantified.filter();
            if (filter != null) {
                inside.add(condition(filter, false));
            }
            if (truth != null) {
                inside.add(condition(quantified.condition(), element));
            }
            steps.add(
                    new Step.Element(
                            names, ShownValues.brief(elements.get(index)), truth, element, inside));
        }
        evaluator.unbind(quantified);
    }

    /// The loop names as they are written between the quantifier and `in`.
    private static String names(Quantified quantified) {
        String[] words = quantified.place().text().split("\\s+", 5);
        StringBuilder names = new StringBuilder();
        for (int index = 1; index < words.length && !words[index].equals("in"); index++) {
            names.append(names.isEmpty() ? "" : " ").append(words[index]);
        }
        return names.toString();
    }

    /// A value, unless it stands there literally or is the object or its pod as a whole.
    private void value(Operand operand, List<Step> steps) {
        if (operand instanceof Operand.Constant || operand instanceof Operand.Known) {
            return;
        }
        if (operand instanceof Operand.Judged(_, Condition condition)) {
            steps.add(condition(condition, false));
            return;
        }
        evaluator.judged().budget().renew();
        Value value = evaluator.value(operand);
        List<Step> inside = new ArrayList<>();
        inside(operand, inside);
        steps.add(new Step.Valued(operand.place(), ShownValues.brief(value), inside));
    }

    private void operands(List<Operand> operands, List<Step> steps) {
        for (Operand operand : operands) {
            value(operand, steps);
        }
    }

    /// What an expression is made of, unless it only follows fields.
    private void inside(Operand operand, List<Step> steps) {
        switch (operand) {
            case Operand.Constant _,
                    Operand.Fetch _,
                    Operand.Local _,
                    Operand.Variable _,
                    Operand.Known _ -> {}
            case Operand.Field(_, Operand receiver, String _) -> receiver(receiver, steps);
            case Operand.Member(_, Operand receiver, String _) -> receiver(receiver, steps);
            case Operand.Index(_, Operand receiver, Operand key) -> {
                receiver(receiver, steps);
                value(key, steps);
            }
            case Operand.Read(_, Operand source, _) -> inside(source, steps);
            case Operand.Call(_, _, List<Operand> arguments) -> operands(arguments, steps);
            case Operand.Method(_, String _, List<Operand> arguments) -> operands(arguments, steps);
            case Operand.Fallback(_, Operand first, Operand otherwise) -> {
                value(first, steps);
                value(otherwise, steps);
            }
            case Operand.Arithmetic(_, _, Operand left, Operand right) -> {
                value(left, steps);
                value(right, steps);
            }
            case Operand.ListOf(_, List<Operand> elements) -> operands(elements, steps);
            case Operand.RangeOf(_, Operand low, Operand high) -> {
                value(low, steps);
                value(high, steps);
            }
            case Operand.Judged(_, Condition condition) -> steps.add(condition(condition, false));
            case Operand.Apply(_, Definition<Operand> definition, List<Operand> arguments) -> {
                operands(arguments, steps);
                new StepMaker(evaluator.inside(definition, arguments))
                        .value(definition.body(), steps);
            }
        }
    }

    private void receiver(Operand receiver, List<Step> steps) {
        if (!isPath(receiver)) {
            value(receiver, steps);
        }
    }

    private static boolean isPath(Operand operand) {
        return switch (operand) {
            case Operand.Local _, Operand.Known _ -> true;
            case Operand.Read(_, Operand source, _) -> isPath(source);
            case Operand.Field(_, Operand receiver, String _) -> isPath(receiver);
            case Operand.Member(_, Operand receiver, String _) -> isPath(receiver);
            case Operand.Index(_, Operand receiver, Operand key) ->
                    isPath(receiver) && key instanceof Operand.Constant;
            default -> false;
        };
    }
}
