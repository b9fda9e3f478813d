package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.policy.PolicyCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Variables, parameters, definitions and imports that nobody uses. A file without rules is there
/// for others.
final class UnusedNames implements Validator {
    @Override
    public void validate(ReviewedFile file) {
        if (!hasRules(file.items())) {
            return;
        }
        Uses uses = Uses.of(file.items());
        Set<String> imported = imported(file);
        for (Item item : file.items()) {
            switch (item) {
                case Item.Variable variable -> {
                    Name name = variable.name();
                    int from = variable.span().end();
                    int to = nextDefinition(name.text(), from, file.items());
                    if (!uses.hasBetween(name.text(), from, to)) {
                        report("variable", name, imported, file);
                    }
                }
                case Item.Parameter parameter ->
                        look("parameter", parameter.name(), uses, imported, file);
                case Item.Definition definition ->
                        look("definition", definition.name(), uses, imported, file);
                case Item.Import names -> {
                    for (Name name : names.names()) {
                        look("import", name, uses, imported, file);
                    }
                }
                case Item.Rule _, Item.Test _, Item.Broken _ -> {}
            }
        }
    }

    private static boolean hasRules(List<Item> items) {
        for (Item item : items) {
            if (item instanceof Item.Rule) {
                return true;
            }
        }
        return false;
    }

    /// A later definition of a variable holds for what follows it.
    private static int nextDefinition(String name, int from, List<Item> items) {
        for (Item item : items) {
            if (item instanceof Item.Variable variable
                    && variable.name().text().equals(name)
                    && variable.span().start() >= from) {
                return variable.span().end();
            }
        }
        return Integer.MAX_VALUE;
    }

    /// What other files of the run import, from wherever: better silent than wrong.
    @SuppressWarnings("ReferenceEquality")
    private static Set<String> imported(ReviewedFile file) {
        Set<String> names = new HashSet<>();
        for (ParsedPolicy other : file.others()) {
            for (Item item : other.tree().items()) {
                if (item instanceof Item.Import brought && other != file.policy()) {
                    brought.names().forEach(name -> names.add(name.text()));
                }
            }
        }
        return names;
    }

    private static void look(
            String what, Name name, Uses uses, Set<String> imported, ReviewedFile file) {
        if (!uses.has(name.text())) {
            report(what, name, imported, file);
        }
    }

    private static void report(String what, Name name, Set<String> imported, ReviewedFile file) {
        if (!imported.contains(name.text())) {
            file.warn(
                    PolicyCode.UNUSED, name, "the " + what + " `" + name + "` is never used", null);
        }
    }
}
