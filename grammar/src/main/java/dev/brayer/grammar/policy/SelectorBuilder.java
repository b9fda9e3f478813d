package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.Contexts.children;
import static dev.brayer.grammar.policy.Contexts.name;
import static dev.brayer.grammar.policy.Contexts.span;
import static dev.brayer.grammar.policy.Contexts.spanOf;
import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.grammar.policy.tree.Selector;
import dev.brayer.grammar.policy.tree.Target;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Makes selectors. White space tells a kind from the group and version before it, so it is looked
/// at here.
final class SelectorBuilder {
    private final Source source;
    private final ExpressionBuilder expressions;
    private final Diagnostics diagnostics;

    SelectorBuilder(Source source, ExpressionBuilder expressions, Diagnostics diagnostics) {
        this.source = source;
        this.expressions = expressions;
        this.diagnostics = diagnostics;
    }

    Selector selector(SelectorContext context) {
        List<Target> targets = new ArrayList<>();
        for (ParseTree child : children(context)) {
            Target target =
                    child instanceof TargetContext targetContext ? target(targetContext) : null;
            if (target != null) {
                targets.add(target);
            }
        }
        Expression condition =
                context.WHERE() == null
                        ? null
                        : expressions.expression(context.expression(), context);
        return new Selector(spanOf(context), context.REMOVED() != null, targets, condition);
    }

    private @Nullable Target target(TargetContext context) {
        if (context instanceof KindTargetContext kind) {
            return kind(kind);
        }
        if (context instanceof WorkloadTargetContext) {
            return new Target.Workload(spanOf(context));
        }
        if (context instanceof AnyTargetContext) {
            return new Target.Any(spanOf(context));
        }
        if (context instanceof QuotedTargetContext quoted && quoted.IDENT() != null) {
            Span version = span(quoted.STRING().getSymbol());
            return new Target.Kind(
                    spanOf(quoted),
                    new Name(version, expressions.operands().text(version, false)),
                    name(quoted.IDENT().getSymbol()));
        }
        return null;
    }

    private @Nullable Target kind(KindTargetContext context) {
        List<Token> parts = new ArrayList<>();
        for (ParseTree child : children(context)) {
            if (child instanceof TerminalNode terminal) {
                parts.add(terminal.getSymbol());
            } else if (child instanceof TargetPartContext part) {
                parts.add(part.getStart());
            }
        }
        Token kind = parts.getLast();
        Span whole = spanOf(context);
        if (parts.size() == 1) {
            return new Target.Kind(whole, null, name(kind));
        }
        Token beforeKind = parts.get(parts.size() - 2);
        if (kind.getType() != IDENT || beforeKind.getStopIndex() + 1 == kind.getStartIndex()) {
            return report(
                    whole,
                    "a kind is missing after `" + source.text(whole) + "`",
                    "write the kind after a space, as in `apps/v1 Deployment`");
        }
        if (parts.size() > 2 && areAllNames(parts)) {
            String kinds = source.text(whole).replaceAll("\\s+", ", ");
            return report(whole, "kinds are separated by commas", "write `" + kinds + "`");
        }
        Span version = span(parts.getFirst()).to(span(beforeKind));
        for (int index = 1; index < parts.size() - 1; index++) {
            if (parts.get(index - 1).getStopIndex() + 1 != parts.get(index).getStartIndex()) {
                return report(
                        whole,
                        "group and version have no space in them",
                        "write `"
                                + joined(parts)
                                + " "
                                + kind.getText()
                                + "`; a comma stands between kinds");
            }
        }
        return new Target.Kind(whole, new Name(version, source.text(version)), name(kind));
    }

    private @Nullable Target report(Span span, String message, String hint) {
        diagnostics.add(
                Diagnostic.error(PolicySyntaxCode.TARGET, source.place(span), message)
                        .withHint(hint));
        return null;
    }

    private static boolean areAllNames(List<Token> parts) {
        for (Token part : parts) {
            if (part.getType() != IDENT) {
                return false;
            }
        }
        return true;
    }

    private static String joined(List<Token> parts) {
        StringBuilder text = new StringBuilder();
        for (Token part : parts.subList(0, parts.size() - 1)) {
            text.append(part.getText());
        }
        return text.toString();
    }
}
