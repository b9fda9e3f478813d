package dev.brayer.policy.ir;

import dev.brayer.document.jsonpath.JsonPath;
import dev.brayer.policy.value.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All rules of a run, compiled once.
///
/// @param rules in the order of the files
/// @param paths every JSONPath that a rule fetches; equal paths are one
/// @param variables every variable that is not constant
/// @param workloads the kinds that have pods
/// @param ownKinds the names of Kubernetes' own kinds, where a rule is about workloads; else empty
/// @param asked the kinds whose objects rules ask for, by how they are written there
public record Program(
        List<Rule> rules,
        List<JsonPath> paths,
        List<Variable> variables,
        Workloads workloads,
        Set<String> ownKinds,
        Map<String, List<Selection.Kind>> asked) {
    public Program {
        rules = List.copyOf(rules);
        paths = List.copyOf(paths);
        variables = List.copyOf(variables);
        ownKinds = Set.copyOf(ownKinds);
        asked = Map.copyOf(asked);
    }

    /// The same with some of the rules.
    public Program withRules(List<Rule> some) {
        return new Program(some, paths, variables, workloads, ownKinds, asked);
    }

    /// A variable of a file.
    public record Variable(String name, int frame, Operand value) {}
}
