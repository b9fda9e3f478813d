package dev.brayer.policy.coverage;

import dev.brayer.policy.builtin.Builtin;
import dev.brayer.policy.coverage.CoveragePoint.Kind;
import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Definition;
import dev.brayer.policy.ir.Operand;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.value.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Goes through what was compiled and notes what each node means for which point.
final class Surveyor {
    /// What a truth means for a point.
    interface Meaning {
        void of(Truth truth);
    }

    private final Points points;
    private final IdentityHashMap<Condition, List<Meaning>> meanings = new IdentityHashMap<>();
    private final IdentityHashMap<Operand, CoveragePoint> operands = new IdentityHashMap<>();
    private final IdentityHashMap<Quantified, CoveragePoint> quantifiers = new IdentityHashMap<>();
    private final Set<Definition<?>> definitions =
            Collections.newSetFromMap(new IdentityHashMap<>());

    Surveyor(Points points) {
        this.points = points;
    }

    List<Meaning> meanings(Condition condition) {
        return meanings.getOrDefault(condition, List.of());
    }

    /// @param operand a `default` or a value in a message
    void see(Operand operand, Side side) {
        CoveragePoint point = operands.get(operand);
        if (point != null) {
            point.see(side);
        }
    }

    void seeNoElement(Quantified quantified) {
        CoveragePoint point = quantifiers.get(quantified);
        if (point != null) {
            point.see(Side.NO_ELEMENT);
        }
    }

    void survey(Rule rule) {
        if (rule.selection() != null && rule.selection().filter() != null) {
            where(rule.selection().filter());
        }
        survey(rule.condition());
        Rule.Message message = rule.message();
        if (message != null) {
            for (Rule.Part part : message.parts()) {
                if (part instanceof Rule.Part.Interpolation(Operand operand, _)) {
                    operands.put(operand, points.at(Kind.MESSAGE, operand.place(), Side.SHOWN));
                }
            }
        }
    }

    private void where(Condition filter) {
        CoveragePoint point = points.at(Kind.WHERE, filter.place(), Side.SELECTED, Side.LEFT_OUT);
        mean(filter, truth -> point.see(truth == Truth.HOLDS ? Side.SELECTED : Side.LEFT_OUT));
        // The point says all about a lone comparison.
        if (isSimple(core(filter))) {
            operandsOf(core(filter));
        } else {
            survey(filter);
        }
    }

    private void survey(Condition condition) {
        switch (condition) {
            case Condition.And(_, List<Condition> parts) -> parts(condition, parts, Truth.FAILS);
            case Condition.Or(_, List<Condition> alternatives) ->
                    parts(condition, alternatives, Truth.HOLDS);
            case Condition.Not(_, Condition negated) -> survey(negated);
            case Quantified quantified -> quantified(quantified);
            case Condition.Apply(_, Definition<Condition> definition, List<Operand> arguments) -> {
                arguments.forEach(this::survey);
                if (definitions.add(definition)) {
                    survey(definition.body());
                }
            }
            case Condition.Compare _ -> simple(condition);
            case Condition.In _ -> simple(condition);
            case Condition.Contains _ -> simple(condition);
            case Condition.Matches _ -> simple(condition);
            case Condition.Exists _ -> simple(condition);
            case Condition.Holds _ -> simple(condition);
            case Condition.Console _ -> operandsOf(condition);
        }
    }

    private void simple(Condition condition) {
        operandsOf(condition);
        if (isConstant(condition)) {
            return;
        }
        CoveragePoint point = points.at(Kind.CONDITION, condition.place(), Side.HOLDS, Side.FAILS);
        if (Openness.mayBeOpen(condition)) {
            point.allow(Side.OPEN);
        }
        mean(condition, truth -> point.see(side(truth)));
    }

    /// @param decisive the truth of a part that alone decides the whole
    private void parts(Condition whole, List<Condition> parts, Truth decisive) {
        Truth[] last = new Truth[parts.size()];
        List<CoveragePoint> branches = new ArrayList<>();
        for (int index = 0; index < last.length; index++) {
            Condition part = parts.get(index);
            Condition core = core(part);
            int at = index;
            CoveragePoint point =
                    points.at(Kind.CONDITION, core.place(), Side.HOLDS, Side.FAILS, Side.DECIDES);
            branches.add(point);
            if (!isSimple(core)) {
                mean(core, truth -> point.see(side(truth)));
            }
            mean(part, truth -> last[at] = truth);
            survey(part);
        }
        mean(
                whole,
                _ -> {
                    int decider = onlyOne(last, decisive);
                    if (decider >= 0) {
                        branches.get(decider).see(Side.DECIDES);
                    }
                });
    }

    /// The only part that is not as it would have to be for the whole to come out otherwise.
    private static int onlyOne(Truth[] truths, Truth decisive) {
        int found = -1;
        for (int index = 0; index < truths.length; index++) {
            boolean decides =
                    decisive == Truth.HOLDS
                            ? truths[index] == Truth.HOLDS
                            : truths[index] != Truth.HOLDS;
            if (decides && found >= 0) {
                return -1;
            }
            found = decides ? index : found;
        }
        return found;
    }

    private void quantified(Quantified quantified) {
        CoveragePoint point =
                points.at(
                        Kind.QUANTIFIER,
                        quantified.place(),
                        Side.ELEMENT_HOLDS,
                        Side.ELEMENT_FAILS);
        if (mayBeEmpty(quantified.list())) {
            point.allow(Side.NO_ELEMENT);
        }
        quantifiers.put(quantified, point);
        survey(quantified.list());
        if (quantified.filter() != null) {
            where(quantified.filter());
        }
        Condition core = core(quantified.condition());
        mean(
                core,
                truth -> {
                    if (truth != Truth.OPEN) {
                        point.see(truth == Truth.HOLDS ? Side.ELEMENT_HOLDS : Side.ELEMENT_FAILS);
                    }
                });
        survey(quantified.condition());
    }

    /// Lists that are written down have elements, and a pod has containers.
    private static boolean mayBeEmpty(Operand list) {
        return !(list instanceof Operand.Constant)
                && !(list instanceof Operand.ListOf)
                && !(list instanceof Operand.Call(_, Builtin builtin, _)
                        && builtin.name().equals("containers"));
    }

    private void operandsOf(Condition condition) {
        switch (condition) {
            case Condition.Compare(_, _, Operand left, Operand right) -> survey(left, right);
            case Condition.In(_, Operand left, Operand right) -> survey(left, right);
            case Condition.Contains(_, Operand list, Operand value) -> survey(list, value);
            case Condition.Matches(_, Operand left, Operand pattern, _) -> survey(left, pattern);
            case Condition.Exists(_, Operand operand) -> survey(operand);
            case Condition.Holds(_, Operand operand) -> survey(operand);
            case Condition.Console(_, Operand operand) -> survey(operand);
            case Condition.And _,
                    Condition.Or _,
                    Condition.Not _,
                    Quantified _,
                    Condition.Apply _ ->
                    survey(condition);
        }
    }

    private void survey(Operand first, Operand second) {
        survey(first);
        survey(second);
    }

    void survey(Operand operand) {
        switch (operand) {
            case Operand.Fallback fallback -> {
                operands.put(
                        fallback,
                        points.at(Kind.DEFAULT, fallback.place(), Side.TAKEN, Side.NOT_TAKEN));
                survey(fallback.value(), fallback.otherwise());
            }
            case Operand.Field(_, Operand receiver, _) -> survey(receiver);
            case Operand.Member(_, Operand receiver, _) -> survey(receiver);
            case Operand.Read(_, Operand source, _) -> survey(source);
            case Operand.Index(_, Operand receiver, Operand key) -> survey(receiver, key);
            case Operand.Call(_, _, List<Operand> arguments) -> arguments.forEach(this::survey);
            case Operand.Method(_, _, List<Operand> arguments) -> arguments.forEach(this::survey);
            case Operand.Arithmetic(_, _, Operand left, Operand right) -> survey(left, right);
            case Operand.ListOf(_, List<Operand> elements) -> elements.forEach(this::survey);
            case Operand.RangeOf(_, Operand low, Operand high) -> survey(low, high);
            case Operand.Judged(_, Condition condition) -> survey(condition);
            case Operand.Apply(_, Definition<Operand> definition, List<Operand> arguments) -> {
                arguments.forEach(this::survey);
                if (definitions.add(definition)) {
                    survey(definition.body());
                }
            }
            case Operand.Constant _, Operand.Fetch _, Operand.Local _, Operand.Variable _ -> {}
            case Operand.Known _ -> {}
        }
    }

    private void mean(Condition condition, Meaning meaning) {
        meanings.computeIfAbsent(condition, _ -> new ArrayList<>()).add(meaning);
    }

    /// The condition as it is written behind `not` and `no`.
    private static Condition core(Condition condition) {
        Condition core = condition;
        while (core instanceof Condition.Not(_, Condition negated)) {
            core = negated;
        }
        return core;
    }

    private static boolean isSimple(Condition condition) {
        return condition instanceof Condition.Compare
                || condition instanceof Condition.In
                || condition instanceof Condition.Contains
                || condition instanceof Condition.Matches
                || condition instanceof Condition.Exists
                || condition instanceof Condition.Holds;
    }

    /// What is decided before any document is read says nothing about tests.
    private static boolean isConstant(Condition condition) {
        return switch (condition) {
            case Condition.Compare(_, _, Operand left, Operand right) ->
                    left instanceof Operand.Constant && right instanceof Operand.Constant;
            case Condition.Holds(_, Operand operand) -> operand instanceof Operand.Constant;
            default -> false;
        };
    }

    private static Side side(Truth truth) {
        return switch (truth) {
            case HOLDS -> Side.HOLDS;
            case FAILS -> Side.FAILS;
            case OPEN -> Side.OPEN;
        };
    }
}
