package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Expression;

/// The name of an image that Copper 1 took apart wrongly.
final class CopperImage extends Lint {
    CopperImage() {
        super(
                "lint-copper-image",
                "rule Base ensure { fetch(\"$.data.base\").first == image(\"localhost:5000/base:1\").fqin }",
                "rule Base ensure on ConfigMap { data.base == image(\"localhost:5000/base:1\").fqin }",
                "Copper 1 cut images at their first colon: it took the port of a registry for the tag, and a digest too. Here"
                        + " registries with ports and digests are parsed.");
    }

    @Override
    void look(LintedFile file) {
        for (Occurrence occurrence : file.occurrences()) {
            if (occurrence.isInCopperRule()
                    && occurrence.expression() instanceof Expression.Call call
                    && call.function().text().equals("image")
                    && call.arguments().size() == 1
                    && call.arguments().getFirst().ungrouped()
                            instanceof Expression.TextLiteral name
                    && isCutWrongly(name.text())) {
                file.remark(
                        this,
                        name.span(),
                        "Copper 1 took a port or digest for the tag of this image",
                        null);
            }
        }
    }

    private static boolean isCutWrongly(String image) {
        int colon = image.indexOf(':');
        return image.indexOf('@') >= 0 || (colon >= 0 && image.indexOf('/', colon) >= 0);
    }
}
