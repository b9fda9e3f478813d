package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import java.util.List;

/// A lone expression, as `brayer eval` takes it; [Expression.Broken] where nothing could be read.
public record ParsedExpression(Source source, Expression expression, List<Diagnostic> diagnostics) {
    public ParsedExpression {
        diagnostics = List.copyOf(diagnostics);
    }
}
