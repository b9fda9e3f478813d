package dev.brayer.policy;

import dev.brayer.policy.ir.Program;
import dev.brayer.policy.ir.Rule;
import dev.brayer.policy.ir.Selection;
import dev.brayer.text.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Policies without errors, ready to judge; made once and used for any number of runs.
public final class CheckedPolicies {
    private final Program program;

    CheckedPolicies(Program program) {
        this.program = program;
    }

    /// What was compiled, for tools that look into rules.
    public Program program() {
        return program;
    }

    /// The same with one rule only, as a test judges it.
    public CheckedPolicies only(String name) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : program.rules()) {
            if (rule.name().equals(name)) {
                rules.add(rule);
            }
        }
        return new CheckedPolicies(program.withRules(rules));
    }

    /// Whether a rule asks for previous versions: by `before`, or by `on removed`.
    public boolean needsBefore() {
        for (Rule rule : program.rules()) {
            Selection selection = rule.selection();
            if (rule.usesBefore() || (selection != null && selection.removed())) {
                return true;
            }
        }
        return false;
    }

    /// A rule that was loaded.
    ///
    /// @param usesBefore whether it needs the previous version of an object
    public record RuleInfo(
            String name,
            Place declared,
            Finding.Action action,
            @Nullable String role,
            boolean usesBefore) {}

    /// All rules, in the order of the files.
    public List<RuleInfo> rules() {
        List<RuleInfo> rules = new ArrayList<>();
        for (Rule rule : program.rules()) {
            rules.add(
                    new RuleInfo(
                            rule.name(),
                            rule.declared(),
                            rule.action(),
                            rule.role(),
                            rule.usesBefore()));
        }
        return List.copyOf(rules);
    }
}
