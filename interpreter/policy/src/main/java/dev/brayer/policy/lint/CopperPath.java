package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.text.Span;

/// A path that does not begin with `$`.
final class CopperPath extends Lint {
    CopperPath() {
        super(
                "lint-copper-path",
                "rule Named ensure { fetch(\"metadata.name\").first exists }",
                "rule Named ensure { fetch(\"$.metadata.name\").first exists }",
                "A JSONPath begins with `$` (RFC 9535). Copper 1 allowed to leave it out, and so does brayer; other tools that"
                        + " read the path do not.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.expression() instanceof Expression.Call call
                    && call.function().text().equals("fetch")
                    && call.arguments().size() == 1
                    && call.arguments().getFirst() instanceof Expression.TextLiteral path
                    && !path.block()
                    && !path.text().startsWith("$")) {
                String dollar =
                        path.text().isEmpty()
                                        || path.text().startsWith("[")
                                        || path.text().startsWith(".")
                                ? "$"
                                : "$.";
                Span front = Span.at(path.span().start() + 1);
                file.remark(
                        this,
                        path.span(),
                        "a path begins with `$`",
                        "write `\"" + dollar + path.text() + "\"`",
                        new Edit(front, dollar));
            }
        }
    }
}
