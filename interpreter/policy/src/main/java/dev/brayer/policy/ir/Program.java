package dev.brayer.policy.ir;

import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.policy.value.Workloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All rules of a run, compiled once.
///
/// @param rules in the order of the files
/// @param paths every JSONPath that a rule fetches; equal paths are one
/// @param variables every variable that is not constant
/// @param workloads the kinds that have pods
public record Program(
        List<Rule> rules, List<JsonPath> paths, List<Variable> variables, Workloads workloads) {
    public Program {
        rules = List.copyOf(rules);
        paths = List.copyOf(paths);
        variables = List.copyOf(variables);
    }

    /// The same with some of the rules.
    public Program withRules(List<Rule> some) {
        return new Program(some, paths, variables, workloads);
    }

    /// A variable of a file.
    public record Variable(String name, int frame, Operand value) {}

    /// The rules by the kind of object that they judge.
    public Index index() {
        Map<String, List<Rule>> byKind = new HashMap<>();
        List<Rule> general = new ArrayList<>();
        for (Rule rule : rules) {
            Selection selection = rule.selection();
            if (selection == null || selection.kinds().isEmpty()) {
                general.add(rule);
                continue;
            }
            Set<String> names = new LinkedHashSet<>();
            for (Selection.Kind kind : selection.kinds()) {
                names.add(kind.kind());
            }
            for (String name : names) {
                byKind.computeIfAbsent(name, ignored -> new ArrayList<>()).add(rule);
            }
        }
        return new Index(byKind, general);
    }

    /// @param byKind rules whose selector names the kind; its API group is still to be compared
    /// @param general rules that judge objects of every kind
    public record Index(Map<String, List<Rule>> byKind, List<Rule> general) {}
}
