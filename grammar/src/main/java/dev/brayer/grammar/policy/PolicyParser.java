package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Expression;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.grammar.policy.tree.PolicyFile;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Token;

/// Reads policies. There is always a tree: what cannot be read is reported, and reading goes on
/// behind it.
public final class PolicyParser {
    private static final int LONGEST_FILE = 4_000_000;

    private PolicyParser() {}

    /// A policy file.
    public static ParsedPolicy parse(Source source) {
        Diagnostics diagnostics = new Diagnostics();
        if (isTooLong(source, diagnostics)) {
            Span whole = new Span(0, source.text().length());
            return new ParsedPolicy(
                    source, new PolicyFile(whole, List.of(), List.of()), diagnostics.toList());
        }
        Reading reading = read(source, false);
        return reading.quoteMayBeMissing() ? read(source, true).policy() : reading.policy();
    }

    /// @param quoteMayBeMissing whether the file has errors and a text that swallows rules
    private record Reading(ParsedPolicy policy, boolean quoteMayBeMissing) {}

    private static Reading read(Source source, boolean strict) {
        Diagnostics diagnostics = new Diagnostics();
        HiddenCharacters.report(source, diagnostics);
        TokenReader reader = TokenReader.ofFile(source, strict, diagnostics);
        TreeBuilder builder = new TreeBuilder(source, diagnostics);
        List<Item> items = new ArrayList<>();
        for (List<Token> chunk : chunks(reader.tokens())) {
            int tooDeep = NestingLimit.exceededAt(chunk);
            if (tooDeep >= 0) {
                reportNesting(source, chunk.get(tooDeep), diagnostics);
                items.add(TreeBuilder.broken(chunk));
            } else {
                items.addAll(
                        builder.items(parser(source, chunk, reader, diagnostics).policyFile()));
            }
        }
        PolicyFile tree =
                new PolicyFile(new Span(0, source.text().length()), items, reader.comments());
        return new Reading(
                new ParsedPolicy(source, tree, inOrder(diagnostics)),
                diagnostics.hasErrors() && reader.swallowsRules());
    }

    /// The tokens cut where an item certainly begins, each piece with an end of its own: what is
    /// broken in one cannot reach into the next. Most pieces are one item.
    private static List<List<Token>> chunks(List<Token> tokens) {
        List<List<Token>> chunks = new ArrayList<>();
        int start = 0;
        for (int index = 1; index < tokens.size(); index++) {
            boolean end = tokens.get(index).getType() == IntStream.EOF;
            if (end || SoftWords.beginsItem(tokens, index)) {
                List<Token> chunk = new ArrayList<>(tokens.subList(start, index));
                chunk.add(
                        TokenReader.endOfFile(
                                tokens.get(index), tokens.get(index).getStartIndex()));
                TokenReader.number(chunk);
                chunks.add(chunk);
                start = index;
            }
        }
        return chunks;
    }

    /// A lone expression, such as the argument of `brayer eval`.
    public static ParsedExpression parseExpression(Source source) {
        Diagnostics diagnostics = new Diagnostics();
        if (isTooLong(source, diagnostics)) {
            return new ParsedExpression(
                    source, new Expression.Broken(Span.at(0)), diagnostics.toList());
        }
        HiddenCharacters.report(source, diagnostics);
        TokenReader reader = TokenReader.ofFile(source, false, diagnostics);
        Expression expression = expression(source, reader, diagnostics);
        return new ParsedExpression(source, expression, inOrder(diagnostics));
    }

    /// The expression that the tokens make, all of them.
    static Expression expression(Source source, TokenReader reader, Diagnostics diagnostics) {
        List<Token> tokens = reader.tokens();
        int tooDeep = NestingLimit.exceededAt(tokens);
        if (tooDeep >= 0) {
            reportNesting(source, tokens.get(tooDeep), diagnostics);
            return new Expression.Broken(Span.at(tokens.getFirst().getStartIndex()));
        }
        PolicyGrammarParser.LoneExpressionContext context =
                parser(source, tokens, reader, diagnostics).loneExpression();
        return new ExpressionBuilder(source, diagnostics).expression(context.expression(), context);
    }

    private static boolean isTooLong(Source source, Diagnostics diagnostics) {
        int length = source.text().length();
        if (length <= LONGEST_FILE) {
            return false;
        }
        diagnostics.add(
                Diagnostic.error(
                                PolicySyntaxCode.FILE_SIZE,
                                source.wholeFile(),
                                "a policy file has at most "
                                        + LONGEST_FILE
                                        + " characters, this one has "
                                        + length)
                        .withHint("spread its rules over several files"));
        return true;
    }

    private static PolicyGrammarParser parser(
            Source source, List<Token> tokens, TokenReader reader, Diagnostics diagnostics) {
        PolicyGrammarParser parser = new PolicyGrammarParser(new TokenList(tokens));
        parser.removeErrorListeners();
        parser.setErrorHandler(new SyntaxErrors(source, tokens, reader, diagnostics));
        return parser;
    }

    private static void reportNesting(Source source, Token token, Diagnostics diagnostics) {
        diagnostics.add(
                Diagnostic.error(
                                PolicySyntaxCode.NESTING,
                                source.place(Contexts.span(token)),
                                "this is nested deeper than " + NestingLimit.LEVELS + " levels")
                        .withHint("move a part of it to a `def` or a `var`"));
    }

    /// The places of a file from top to bottom, whichever step found them.
    private static List<Diagnostic> inOrder(Diagnostics diagnostics) {
        List<Diagnostic> collected = diagnostics.toList();
        if (collected.size() < 2) {
            return collected;
        }
        List<Diagnostic> sorted = new ArrayList<>(collected);
        sorted.sort((left, right) -> Integer.compare(start(left), start(right)));
        return sorted;
    }

    private static int start(Diagnostic diagnostic) {
        return diagnostic.place() == null ? 0 : diagnostic.place().span().start();
    }
}
