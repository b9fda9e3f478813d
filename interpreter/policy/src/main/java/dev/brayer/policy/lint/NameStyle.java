package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import java.util.Locale;

/// Names in another style than the language's.
final class NameStyle extends Lint {
    NameStyle() {
        super(
                "lint-name-style",
                "rule no_node_port ensure on Service { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "rule NoNodePort ensure on Service { spec.type default \"ClusterIP\" != \"NodePort\" }",
                "Rules are named in CamelCase, variables, parameters and definitions in camelCase: then a name tells what it is."
                        + " Waivers and sign-offs name rules, so renaming one is for a person to do.");
    }

    @Override
    void look(LintedFile file) {
        for (Item item : file.items()) {
            switch (item) {
                case Item.Rule rule -> look(file, "rule", rule.name(), true);
                case Item.Variable variable -> look(file, "variable", variable.name(), false);
                case Item.Parameter parameter -> look(file, "parameter", parameter.name(), false);
                case Item.Definition definition ->
                        look(file, "definition", definition.name(), false);
                case Item.Import _, Item.Test _, Item.Broken _ -> {}
            }
        }
    }

    private void look(LintedFile file, String what, Name name, boolean capital) {
        String better = camelCase(name.text(), capital);
        if (!better.isEmpty() && !better.equals(name.text())) {
            file.remark(
                    this,
                    name.span(),
                    "the name of this "
                            + what
                            + " is not in "
                            + (capital ? "CamelCase" : "camelCase"),
                    "call it `" + better + "`");
        }
    }

    private static String camelCase(String name, boolean capital) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("_", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            boolean upper = capital || !text.isEmpty();
            String first = word.substring(0, 1);
            text.append(upper ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return text.toString();
    }
}
