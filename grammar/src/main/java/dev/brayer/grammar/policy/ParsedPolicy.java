package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.PolicyFile;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.List;

/// A policy file as far as it could be read: there is always a tree, and the errors say what is
/// missing in it.
public record ParsedPolicy(Source source, PolicyFile tree, List<Diagnostic> diagnostics) {
    public ParsedPolicy {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }
}
