package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;

/// A rule without a message whose made text would explain little.
final class MissingMessage extends Lint {
    MissingMessage() {
        super(
                "lint-missing-message",
                "rule VolumesStay signoff(:data) on removed PersistentVolumeClaim { false }",
                "rule VolumesStay signoff(:data) on removed PersistentVolumeClaim \"{metadata.name} and its data would be deleted\" { false }",
                "A finding of a rule without a message shows the condition that failed, the value and what was expected. That"
                        + " explains a comparison; a literal, a definition, a choice of several or a part that was excluded needs a"
                        + " sentence for those who never saw the rule.");
    }

    @Override
    void look(LintedFile file) {
        for (Item item : file.items()) {
            if (item instanceof Item.Rule rule
                    && rule.selector() != null
                    && rule.message() == null
                    && !explainsItself(rule.body(), file)) {
                file.remark(
                        this,
                        rule.name().span(),
                        "a finding of this rule has no message that explains it",
                        "write one before the brace: `\"{metadata.name} …\"`");
            }
        }
    }

    private static boolean explainsItself(Expression written, LintedFile file) {
        return switch (written.ungrouped()) {
            case Expression.Comparison _,
                    Expression.Exists _,
                    Expression.MethodCall _,
                    Expression.Member _,
                    Expression.Reference _,
                    Expression.Index _,
                    Expression.Default _,
                    Expression.Console _ ->
                    true;
            case Expression.And and -> {
                boolean all = true;
                for (Expression part : and.parts()) {
                    all &= explainsItself(part, file);
                }
                yield all;
            }
            case Expression.Not not -> explainsItself(not.operand(), file);
            case Expression.Quantified quantified -> explainsItself(quantified.condition(), file);
            // The name of a definition says nothing to those who do not know it.
            case Expression.Call call -> !file.isDefined(call.function().text());
            default -> false;
        };
    }
}
