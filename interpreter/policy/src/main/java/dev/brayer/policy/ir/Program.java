package dev.brayer.policy.ir;

import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.policy.value.Workloads;
import java.util.List;
import java.util.Map;

/// All rules of a run, compiled once.
///
/// @param rules in the order of the files
/// @param paths every JSONPath that a rule fetches; equal paths are one
/// @param variables every variable that is not constant
/// @param workloads the kinds that have pods
/// @param asked the kinds whose objects rules ask for, by how they are written there
public record Program(
        List<Rule> rules,
        List<JsonPath> paths,
        List<Variable> variables,
        Workloads workloads,
        Map<String, List<Selection.Kind>> asked) {
    public Program {
        rules = List.copyOf(rules);
        paths = List.copyOf(paths);
        variables = List.copyOf(variables);
        asked = Map.copyOf(asked);
    }

    /// The same with some of the rules.
    public Program withRules(List<Rule> some) {
        return new Program(some, paths, variables, workloads, asked);
    }

    /// A variable of a file.
    public record Variable(String name, int frame, Operand value) {}
}
