package dev.brayer.policy.check;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Expression.ComparisonOperator;
import dev.brayer.grammar.policy.tree.Expression.Quantifier;
import dev.brayer.grammar.policy.tree.Message;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.ir.Rule;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks messages: a loop name may be used only if it is bound wherever a finding of the rule can
/// stand.
final class Messages {
    private final Scope scope;
    private final Expressions expressions;
    private final Reporter reporter;

    Messages(Scope scope, Expressions expressions) {
        this.scope = scope;
        this.expressions = expressions;
        this.reporter = scope.file().reporter();
    }

    Rule.Message check(Message message, Expression body) {
        Findings findings = new Findings();
        findings.walk(body, true, List.of());
        List<Scope.Local> bound = new ArrayList<>();
        for (Expression.Quantified quantified : findings.quantifiers) {
            for (String name : names(quantified)) {
                if (scope.local(name) == null && findings.boundEverywhere(name)) {
                    bound.add(
                            scope.bind(
                                    name,
                                    scope.facts().loop(name),
                                    reporter.place(quantified.first())));
                }
            }
        }
        List<Rule.Part> parts = new ArrayList<>();
        for (Message.Part part : message.parts()) {
            switch (part) {
                case Message.Text text -> parts.add(new Rule.Part.Text(text.text()));
                case Message.Interpolation interpolation ->
                        parts.add(interpolation(interpolation.expression(), findings));
            }
        }
        for (Scope.Local local : bound) {
            scope.unbind(local, local.place());
        }
        return new Rule.Message(parts);
    }

    private Rule.Part interpolation(Expression expression, Findings findings) {
        List<Integer> slots = new ArrayList<>();
        boolean good = true;
        for (Expression.Reference reference : References.in(expression)) {
            String name = reference.name().text();
            Scope.Local local = scope.local(name);
            Place unbound = local == null ? findings.unboundAt(name, reporter) : null;
            if (local != null) {
                slots.add(local.slot());
            } else if (unbound != null) {
                good = false;
                reporter.errorWith(
                        PolicyCode.MESSAGE_NAME,
                        reference,
                        "`" + name + "` is not bound wherever a finding can stand",
                        "leave it out of the message, or make two rules of this one",
                        unbound,
                        "a finding here has no `" + name + "`");
            }
        }
        return good
                ? new Rule.Part.Interpolation(expressions.value(expression).operand(), slots)
                : new Rule.Part.Text("");
    }

    private static List<String> names(Expression.Quantified quantified) {
        return quantified.second() == null
                ? List.of(quantified.first().text())
                : List.of(quantified.first().text(), quantified.second().text());
    }

    /// Where findings of a rule can stand, and the loop names that are bound there. A list that is
    /// missing as a whole is not among them: such a finding has the made text.
    private static final class Findings {
        private final Map<Expression, List<String>> leaves = new HashMap<>();
        private final List<Expression.Quantified> quantifiers = new ArrayList<>();

        boolean boundEverywhere(String name) {
            for (List<String> bound : leaves.values()) {
                if (!bound.contains(name)) {
                    return false;
                }
            }
            return true;
        }

        /// The first place where a loop name of the rule is not bound; null for what is no loop
        /// name.
        @Nullable Place unboundAt(String name, Reporter reporter) {
            boolean loopName = false;
            for (Expression.Quantified quantified : quantifiers) {
                loopName |= names(quantified).contains(name);
            }
            Expression first = null;
            for (Map.Entry<Expression, List<String>> leaf : leaves.entrySet()) {
                boolean earlier =
                        first == null || leaf.getKey().span().start() < first.span().start();
                if (!leaf.getValue().contains(name) && earlier) {
                    first = leaf.getKey();
                }
            }
            return loopName && first != null ? reporter.place(first) : null;
        }

        /// @param wanted false under `not`: then the findings are where the condition held
        void walk(Expression written, boolean wanted, List<String> bound) {
            switch (written.ungrouped()) {
                case Expression.And and -> {
                    for (Expression part : and.parts()) {
                        walk(part, wanted, bound);
                    }
                }
                case Expression.Or or -> {
                    for (Expression alternative : or.alternatives()) {
                        walk(alternative, wanted, bound);
                    }
                }
                case Expression.Not not -> walk(not.operand(), !wanted, bound);
                case Expression.Quantified quantified -> quantified(quantified, wanted, bound);
                case Expression.Comparison comparison -> comparison(comparison, wanted, bound);
                case Expression other -> leaves.put(other, bound);
            }
        }

        private void comparison(
                Expression.Comparison comparison, boolean wanted, List<String> bound) {
            boolean equality =
                    comparison.operator() == ComparisonOperator.EQUAL
                            || comparison.operator() == ComparisonOperator.NOT_EQUAL;
            Expression left = comparison.left().ungrouped();
            if (equality
                    && left instanceof Expression.Quantified
                    && comparison.right().ungrouped()
                            instanceof Expression.BooleanLiteral literal) {
                boolean same =
                        (comparison.operator() == ComparisonOperator.EQUAL) == literal.value();
                walk(left, same == wanted, bound);
            } else {
                leaves.put(comparison, bound);
            }
        }

        private void quantified(
                Expression.Quantified quantified, boolean wanted, List<String> bound) {
            quantifiers.add(quantified);
            List<String> inside = new ArrayList<>(bound);
            inside.addAll(names(quantified));
            boolean every = quantified.quantifier() != Quantifier.ANY;
            if (every && wanted) {
                walk(quantified.condition(), quantified.quantifier() == Quantifier.EVERY, inside);
            } else {
                leaves.put(quantified, every || wanted ? bound : inside);
            }
        }
    }
}
