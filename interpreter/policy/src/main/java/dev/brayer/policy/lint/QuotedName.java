package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/// A text that is the name of something that can be seen.
final class QuotedName extends Lint {
    QuotedName() {
        super(
                "lint-quoted-name",
                "param registry: string = \"registry.acme.example\"\nrule Ours ensure on Pod { every c in spec.containers : image(c.image).registry == \"registry\" }",
                "param registry: string = \"registry.acme.example\"\nrule Ours ensure on Pod { every c in spec.containers : image(c.image).registry == registry }",
                "In quotes stands a text, not the value of the name. Where the text is meant, another name for the parameter or"
                        + " variable keeps readers from wondering.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.TextLiteral literal
                    && !literal.block()
                    && occurrence.around() instanceof Expression.Comparison) {
                List<String> names = new ArrayList<>(file.valueNames());
                names.addAll(occurrence.loopNames());
                if (names.contains(literal.text())) {
                    file.remark(
                            this,
                            literal.span(),
                            "this is the text, not the value of `" + literal.text() + "`",
                            "write `" + literal.text() + "` without quotes if that is meant");
                }
            }
        }
    }
}
