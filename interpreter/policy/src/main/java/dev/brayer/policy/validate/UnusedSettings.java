package dev.brayer.policy.validate;

import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.TestCase;
import dev.brayer.policy.PolicyCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A `with` of a test case that sets a parameter which the tested rule does not use.
final class UnusedSettings implements Validator {
    @Override
    public void validate(ReviewedFile file) {
        Map<String, List<Item>> declared = new HashMap<>();
        Map<String, Item.Rule> rules = new HashMap<>();
        Set<String> imported = new HashSet<>();
        for (Item item : file.items()) {
            switch (item) {
                case Item.Variable variable -> declare(variable.name(), variable, declared);
                case Item.Parameter parameter -> declare(parameter.name(), parameter, declared);
                case Item.Definition definition -> declare(definition.name(), definition, declared);
                case Item.Rule rule -> rules.put(rule.name().text(), rule);
                case Item.Import names -> names.names().forEach(name -> imported.add(name.text()));
                case Item.Test _, Item.Broken _ -> {}
            }
        }
        for (Item item : file.items()) {
            if (item instanceof Item.Test test && rules.containsKey(test.rule().text())) {
                Item.Rule rule = rules.get(test.rule().text());
                Set<String> used = reached(rule, declared, imported);
                if (used != null) {
                    look(test, used, declared, file);
                }
            }
        }
    }

    private static void declare(Name name, Item item, Map<String, List<Item>> declared) {
        declared.computeIfAbsent(name.text(), _ -> new ArrayList<>()).add(item);
    }

    private static void look(
            Item.Test test, Set<String> used, Map<String, List<Item>> declared, ReviewedFile file) {
        for (TestCase one : test.cases()) {
            for (TestCase.Setting setting : one.settings()) {
                if (setting instanceof TestCase.With with
                        && isParameter(with.name().text(), declared)
                        && !used.contains(with.name().text())) {
                    file.warn(
                            PolicyCode.UNUSED,
                            with.name(),
                            "rule `"
                                    + test.rule()
                                    + "` does not use the parameter `"
                                    + with.name()
                                    + "`",
                            null);
                }
            }
        }
    }

    private static boolean isParameter(String name, Map<String, List<Item>> declared) {
        for (Item item : declared.getOrDefault(name, List.of())) {
            if (item instanceof Item.Parameter) {
                return true;
            }
        }
        return false;
    }

    /// The names that a rule uses, directly or through what it uses; null where it uses something
    /// imported, whose file is not looked at.
    private static @Nullable Set<String> reached(
            Item.Rule rule, Map<String, List<Item>> declared, Set<String> imported) {
        Set<String> reached = new HashSet<>();
        Deque<Item> open = new ArrayDeque<>(List.of(rule));
        while (!open.isEmpty()) {
            for (String name : Uses.of(List.of(open.pop())).names()) {
                if (imported.contains(name)) {
                    return null;
                }
                if (reached.add(name)) {
                    open.addAll(declared.getOrDefault(name, List.of()));
                }
            }
        }
        return reached;
    }
}
