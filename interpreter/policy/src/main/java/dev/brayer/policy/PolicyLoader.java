package dev.brayer.policy;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.policy.check.Checker;
import dev.brayer.policy.ir.Program;
import dev.brayer.policy.validate.Validators;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// Reads and checks the policies of a run, all together: two rules of one name are an error
/// wherever they stand.
public final class PolicyLoader {
    private PolicyLoader() {}

    public static LoadedPolicies load(List<Source> sources) {
        return load(sources, LoadOptions.none());
    }

    public static LoadedPolicies load(List<Source> sources, LoadOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedPolicy> parsed = PolicyReading.parse(sources, options.threads());
        for (ParsedPolicy policy : parsed) {
            diagnostics.addAll(policy.diagnostics());
        }
        Diagnostics checking = new Diagnostics();
        Program program = new Checker(options, checking).check(parsed);
        Validators.validate(parsed, options.libraryReviewed(), checking);
        diagnostics.addAll(Echoes.removed(checking.toList(), diagnostics.toList()));
        List<Diagnostic> said = new ArrayList<>();
        List<Diagnostic> hints = new ArrayList<>();
        for (Diagnostic diagnostic : DiagnosticOrder.sorted(diagnostics.toList(), sources)) {
            (diagnostic.severity() == Severity.HINT ? hints : said).add(diagnostic);
        }
        CheckedPolicies checked = diagnostics.hasErrors() ? null : new CheckedPolicies(program);
        return new LoadedPolicies(checked, said, hints);
    }
}
