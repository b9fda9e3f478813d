package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.PolicyCode;
import dev.brayer.policy.validate.Folded.Cause;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rules that can never match, never pass or never fail, and conditions that say nothing about
/// documents.
final class ConstantConditions implements Validator {
    @Override
    public void validate(ReviewedFile file) {
        Constants constants = Constants.of(file.items());
        for (Item item : file.items()) {
            if (item instanceof Item.Rule rule) {
                new Review(file, constants).rule(rule);
            } else if (item instanceof Item.Definition definition) {
                Constants visible = constants.without(definition.parameters());
                new Review(file, visible).inside(definition.body(), new Claims(visible));
            }
        }
    }

    private static final class Review {
        private final ReviewedFile file;
        private final Constants constants;
        private final Folding folding;

        Review(ReviewedFile file, Constants constants) {
            this.file = file;
            this.constants = constants;
            this.folding = new Folding(constants);
        }

        void rule(Item.Rule rule) {
            Selector selector = rule.selector();
            Claims kinds = kinds(selector);
            Expression where = selector == null ? null : selector.condition();
            if (where != null && !selection(rule, where, kinds)) {
                return;
            }
            Claims facts = folding.given(where, kinds);
            // `on removed Secret { false }` is how one says that there must be none.
            if (selector != null
                    && rule.body().ungrouped() instanceof Expression.BooleanLiteral literal
                    && !literal.value()) {
                return;
            }
            Folded folded = folding.fold(rule.body(), facts);
            if (folded.neverHolds()) {
                report(
                        PolicyCode.CANNOT_PASS,
                        "rule `" + rule.name() + "` can never pass: ",
                        folded);
            } else if (folded.neverFails()) {
                report(
                        PolicyCode.CANNOT_FAIL,
                        "rule `" + rule.name() + "` can never fail: ",
                        folded);
            } else {
                condition(rule.body(), facts);
            }
        }

        /// Whether the rule can select anything.
        private boolean selection(Item.Rule rule, Expression where, Claims kinds) {
            Folded folded = folding.fold(where, kinds);
            if (folded.neverHolds()) {
                report(
                        PolicyCode.CANNOT_MATCH,
                        "rule `" + rule.name() + "` can never match: ",
                        folded);
                return false;
            }
            condition(where, kinds);
            return true;
        }

        /// The kinds that are selected, as a claim about `kind`.
        private Claims kinds(@Nullable Selector selector) {
            Claims claims = new Claims(constants);
            if (selector == null) {
                return claims;
            }
            List<Value> names = new ArrayList<>();
            for (Target target : selector.targets()) {
                if (!(target instanceof Target.Kind kind)) {
                    return claims;
                }
                names.add(new Value.Text(kind.kind().text(), Trace.Several.NONE));
            }
            Node by = selector.targets().getFirst();
            claims.add(new Claim.OneOf("kind", names), by);
            return claims;
        }

        private void condition(Expression expression, Claims facts) {
            Folded folded = folding.fold(expression, facts);
            if (folded.isConstant()) {
                report(PolicyCode.CONSTANT_CONDITION, "", folded);
            } else {
                inside(expression, facts);
            }
        }

        /// The conditions that a condition is made of.
        void inside(Expression written, Claims facts) {
            Expression expression = written.ungrouped();
            switch (expression) {
                case Expression.And and -> and.parts().forEach(part -> condition(part, facts));
                case Expression.Or or -> or.alternatives().forEach(part -> condition(part, facts));
                case Expression.Not not -> condition(not.operand(), facts);
                case Expression.Quantified quantified -> {
                    Expression filter = quantified.filter();
                    if (filter != null) {
                        condition(filter, facts);
                    }
                    // `no c in pod.containers where … : true` says that there must be none.
                    if (!(quantified.condition().ungrouped()
                            instanceof Expression.BooleanLiteral)) {
                        condition(quantified.condition(), folding.given(filter, facts));
                    }
                }
                default -> {}
            }
        }

        private void report(PolicyCode code, String consequence, Folded folded) {
            Cause cause = Objects.requireNonNull(folded.cause());
            String at = file.quoted(cause.at());
            boolean never = folded.neverHolds();
            Node against = cause.against();
            String other = against == null ? "" : file.quoted(against);
            String message =
                    switch (cause.why()) {
                        case CONSTANT -> at + (never ? " never holds" : " always holds");
                        case COMPUTED -> at + " says the same of every document";
                        case EXCLUDES -> at + " excludes " + other;
                        case COMPLETES -> at + " holds wherever " + other + " does not";
                        case FOLLOWS ->
                                at.equals(other)
                                        ? at + " is asked for already"
                                        : at + " always holds where " + other + " does";
                    };
            if (against == null) {
                file.warn(code, cause.at(), consequence + message, null);
                return;
            }
            String hint = cause.why() == Folded.Why.COMPLETES ? "`and` is probably meant" : null;
            file.warn(code, cause.at(), consequence + message, hint, against, "the other part");
        }
    }
}
