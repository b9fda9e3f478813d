package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;

/// `fetch("$.a.b").count != 0` for `exists`.
final class CountOfField extends Lint {
    CountOfField() {
        super(
                "lint-count-of-field",
                "rule HasNamespace ensure { fetch(\"$.metadata.namespace\").count != 0 }",
                "rule HasNamespace ensure { fetch(\"$.metadata.namespace\").first exists }",
                "A path of names leads to one value or to none. `exists` asks for that, and does not take an explicit `null` for"
                        + " a value. In a rule with `on`, `metadata.namespace exists` says it best.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            Counts.Asked asked =
                    occurrence.expression() instanceof Expression.Comparison comparison
                            ? Counts.of(comparison)
                            : null;
            FieldPath path = asked == null ? null : FieldPath.fetched(asked.counted());
            if (asked != null && path != null) {
                String value =
                        occurrence.isInSelectingRule()
                                ? path.access()
                                : file.text(asked.counted()) + ".first";
                file.remark(
                        this,
                        occurrence.expression().span(),
                        "this counts to find out whether a field is there",
                        "write `" + (asked.some() ? "" : "not ") + value + " exists`");
            }
        }
    }
}
