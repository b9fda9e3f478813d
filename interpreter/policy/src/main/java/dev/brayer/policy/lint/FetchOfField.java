package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.List;

/// `fetch("$.a.b").first` for `a.b`.
final class FetchOfField extends Lint {
    /// What every rule with a selector sees, whatever it selects.
    private static final List<String> COMMON =
            List.of("apiVersion", "kind", "metadata", "spec", "status", "data");

    FetchOfField() {
        super(
                "lint-fetch-of-field",
                "rule NoNodePort ensure on Service { fetch(\"$.spec.type\").first default \"ClusterIP\" != \"NodePort\" }",
                "rule NoNodePort ensure on Service { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "In a rule with `on`, fields are names. They are checked against the schema before anything runs; a misspelt path"
                        + " in a `fetch` finds nothing and nobody says so.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.isInSelectingRule()
                    && occurrence.expression() instanceof Expression.Member member
                    && member.name().text().equals("first")) {
                FieldPath path = FieldPath.fetched(member.receiver());
                if (path != null) {
                    String first = path.names().getFirst();
                    boolean plain =
                            COMMON.contains(first)
                                    && !file.valueNames().contains(first)
                                    && !occurrence.loopNames().contains(first);
                    file.rewrite(
                            this,
                            member,
                            "this fetches a field of the object",
                            plain ? path.access() : "resource." + path.access());
                }
            }
        }
    }
}
