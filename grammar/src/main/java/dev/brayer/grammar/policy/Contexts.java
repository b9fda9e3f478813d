package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Name;
import dev.brayer.text.Span;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/// Where the contexts and tokens of the parser stand, and what of them is there at all.
final class Contexts {
    private Contexts() {}

    /// A point behind what there is of the parent.
    static Expression broken(ParserRuleContext parent) {
        return new Expression.Broken(Span.at(spanOf(parent).end()));
    }

    static Name name(Token token) {
        return new Name(span(token), token.getText());
    }

    static List<ParseTree> children(ParserRuleContext context) {
        return context.children == null ? List.of() : context.children;
    }

    static Span span(Token token) {
        return TokenReader.span(token);
    }

    /// The first token of a context.
    static Span start(ParserRuleContext context) {
        return span(context.getStart());
    }

    /// From the first token of a context to its last; a point when nothing was read.
    static Span spanOf(ParserRuleContext context) {
        int start = context.getStart().getStartIndex();
        Token stop = context.getStop();
        return new Span(start, stop == null ? start : Math.max(start, stop.getStopIndex() + 1));
    }
}
