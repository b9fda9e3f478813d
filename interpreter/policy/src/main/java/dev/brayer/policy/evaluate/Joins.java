package dev.brayer.policy.evaluate;

import dev.brayer.policy.JudgeOptions;
import dev.brayer.policy.ir.Condition.Quantified;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.value.Subject;
import dev.brayer.policy.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds for a quantifier over the objects of a run those that may matter, without looking at the
/// others. `any w in resources("workload") : selects(resource, w)` would else look at every
/// workload for every service.
final class Joins {
    private final IdentityHashMap<Quantified, JoinPlan> plans = new IdentityHashMap<>();
    private final IdentityHashMap<Join, Lazy> indexes = new IdentityHashMap<>();
    private final Program program;
    private final Neighbours neighbours;
    private final JudgeOptions options;

    /// An index that is made when it is first asked for, by one thread for all.
    private final class Lazy {
        private final JoinPlan plan;
        private final Join join;
        private volatile @Nullable JoinIndex index;

        Lazy(JoinPlan plan, Join join) {
            this.plan = plan;
            this.join = join;
        }

        JoinIndex index() {
            JoinIndex known = index;
            return known == null ? make() : known;
        }

        private synchronized JoinIndex make() {
            JoinIndex made = index;
            if (made == null) {
                List<Value> objects = neighbours.objects(plan.kind()).elements();
                made =
                        new JoinIndex(
                                join,
                                program.workloads(),
                                objects,
                                object -> element(plan, join, object));
                index = made;
            }
            return made;
        }
    }

    Joins(Program program, Neighbours neighbours, JudgeOptions options) {
        this.program = program;
        this.neighbours = neighbours;
        this.options = options;
        Outlook.visit(
                program,
                part -> {
                    if (part instanceof Quantified quantified) {
                        JoinPlan plan = JoinPlan.of(quantified);
                        if (plan != null) {
                            add(quantified, plan);
                        }
                    }
                });
    }

    private void add(Quantified quantified, JoinPlan plan) {
        plans.put(quantified, plan);
        for (Join join : plan.filters()) {
            indexes.put(join, new Lazy(plan, join));
        }
        for (Join join : plan.conditions()) {
            indexes.put(join, new Lazy(plan, join));
        }
    }

    /// The elements that may matter, or null if each has to be looked at.
    @Nullable Elements elements(Quantified quantified, Evaluator evaluator) {
        JoinPlan plan = plans.get(quantified);
        if (plan == null) {
            return null;
        }
        List<Value> objects = neighbours.objects(plan.kind()).elements();
        Subject judged = evaluator.judged().subject();
        int self = plan.others() ? neighbours.position(plan.kind(), judged) : -1;
        if (objects.size() == (self < 0 ? 0 : 1)) {
            return new Elements(objects, Positions.NONE, false);
        }
        Positions filtered = smallest(plan.filters(), evaluator);
        Positions best = smallest(plan.conditions(), evaluator);
        boolean met = plan.filters().isEmpty();
        if (best != null && plan.exact()) {
            if (filtered == null) {
                return null;
            }
            Join filter = plan.filters().getFirst();
            // What leaves the `where` open is an element too.
            best = best.with(index(filter).always());
            met = hasOther(matching(filter, evaluator), self);
        }
        if (best == null || (filtered != null && filtered.size() < best.size())) {
            best = filtered;
            met = false;
        }
        return best == null ? null : new Elements(objects, best.without(self), met);
    }

    private static boolean hasOther(@Nullable Positions positions, int self) {
        return positions != null && positions.without(self).size() > 0;
    }

    private @Nullable Positions smallest(List<Join> joins, Evaluator evaluator) {
        Positions smallest = null;
        for (Join join : joins) {
            Positions found = matching(join, evaluator);
            if (found != null) {
                Positions all = found.with(index(join).always());
                smallest = smallest == null || all.size() < smallest.size() ? all : smallest;
            }
        }
        return smallest;
    }

    private @Nullable Positions matching(Join join, Evaluator evaluator) {
        return index(join).matching(evaluator.value(join.probe()));
    }

    private JoinIndex index(Join join) {
        return Objects.requireNonNull(indexes.get(join)).index();
    }

    /// What the expression of a join gives for an object; null where it is given up.
    private @Nullable Value element(JoinPlan plan, Join join, Value object) {
        Judged judged =
                new Judged(
                        program,
                        neighbours,
                        this,
                        new Budget(options),
                        neighbours.subjects().getFirst(),
                        options.console(),
                        null);
        Evaluator evaluator = new Evaluator(judged, plan.first() + 1);
        evaluator.bind(plan.first(), object);
        try {
            return evaluator.value(join.element());
        } catch (Budget.Exhausted exhausted) {
            return null;
        }
    }
}
