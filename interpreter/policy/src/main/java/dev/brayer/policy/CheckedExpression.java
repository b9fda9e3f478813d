package dev.brayer.policy;

import dev.brayer.grammar.policy.ParsedExpression;
import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.grammar.policy.tree.Action;
import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.PolicyFile;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.policy.check.Checker;
import dev.brayer.policy.ir.Program;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lone expression that can be asked of documents: it sees what the body of a rule would see.
public final class CheckedExpression {
    private final @Nullable Program program;
    private final List<Diagnostic> diagnostics;

    private CheckedExpression(@Nullable Program program, List<Diagnostic> diagnostics) {
        this.program = program;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /// Checks an expression for objects of a kind.
    ///
    /// @param on as after `on`: `Service`, `apps/v1 Deployment`, `workload`, `any`; `null` for
    ///   documents that are no objects, of which an expression sees what `fetch` finds
    public static CheckedExpression check(
            Source expression, @Nullable Source on, LoadOptions options) {
        ParsedExpression parsed = PolicyParser.parseExpression(expression);
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(parsed.diagnostics());
        // The value is what a rule would send to the console.
        Span whole = new Span(0, expression.text().length());
        Expression body = new Expression.Console(whole, parsed.expression());
        Target target = on == null ? null : target(on);
        Program program = program(expression, target, body, options, diagnostics);
        // Warnings are for those who write a rule; here somebody asks.
        return new CheckedExpression(diagnostics.hasErrors() ? null : program, errors(diagnostics));
    }

    /// What is wrong with a kind, before it is used; empty if nothing is.
    public static List<Diagnostic> problems(Source on, LoadOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        Expression body = new Expression.BooleanLiteral(Span.at(0), true);
        program(on, target(on), body, options, diagnostics);
        return errors(diagnostics);
    }

    private static Program program(
            Source source,
            @Nullable Target target,
            Expression body,
            LoadOptions options,
            Diagnostics diagnostics) {
        Span start = Span.at(0);
        Selector selector =
                target == null ? null : new Selector(start, false, List.of(target), null);
        Item.Rule rule =
                new Item.Rule(
                        start,
                        new Name(start, "expression"),
                        new Action.Ensure(start),
                        selector,
                        null,
                        body);
        PolicyFile tree =
                new PolicyFile(new Span(0, source.text().length()), List.of(rule), List.of());
        ParsedPolicy policy = new ParsedPolicy(source, tree, List.of());
        return new Checker(options, diagnostics).check(List.of(policy));
    }

    private static Target target(Source on) {
        String text = on.text();
        Span whole = new Span(0, text.length());
        int space = text.lastIndexOf(' ');
        return switch (text) {
            case "workload" -> new Target.Workload(whole);
            case "any" -> new Target.Any(whole);
            default ->
                    new Target.Kind(
                            whole,
                            space < 0
                                    ? null
                                    : new Name(
                                            new Span(0, space), text.substring(0, space).strip()),
                            new Name(
                                    new Span(space + 1, text.length()), text.substring(space + 1)));
        };
    }

    private static List<Diagnostic> errors(Diagnostics diagnostics) {
        List<Diagnostic> errors = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.toList()) {
            if (diagnostic.isError()) {
                errors.add(diagnostic);
            }
        }
        return errors;
    }

    /// Whether it can be asked.
    public boolean isCorrect() {
        return program != null;
    }

    /// What is wrong with it.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Program program() {
        if (program == null) {
            throw new IllegalStateException("an expression with errors cannot be asked");
        }
        return program;
    }
}
