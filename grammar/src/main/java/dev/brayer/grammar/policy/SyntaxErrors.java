package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import java.util.List;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/// What the parser does when a token does not fit: it reports once, keeps the tree it has, and
/// leaves rule after rule until one can go on with the token. What is left of a broken item is
/// skipped.
final class SyntaxErrors implements ANTLRErrorStrategy {
    private final List<Token> tokens;
    private final Source source;
    private final List<Integer> skipped;
    private final boolean hasUnclosedText;
    private final Diagnostics diagnostics;
    private final Expectations expectations;
    private boolean recovering;
    private int lastLine = -1;

    SyntaxErrors(Source source, List<Token> tokens, TokenReader reader, Diagnostics diagnostics) {
        this.source = source;
        this.skipped = reader.skipped();
        this.tokens = tokens;
        this.hasUnclosedText = holdsOne(tokens, reader.unclosed());
        this.diagnostics = diagnostics;
        this.expectations = new Expectations(source, tokens);
    }

    /// What is wrong beside a text without an end follows from that.
    private static boolean holdsOne(List<Token> tokens, List<Integer> unclosed) {
        for (int offset : unclosed) {
            if (offset >= tokens.getFirst().getStartIndex()
                    && offset <= tokens.getLast().getStartIndex()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset(Parser parser) {
        recovering = false;
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        ParserRuleContext context = parser.getContext();
        if (context.getRuleIndex() == RULE_item) {
            skipToItem(parser, context.getStart().getTokenIndex() + 1);
        }
    }

    /// Called at the loops of the grammar; only the one over items needs help.
    @Override
    public void sync(Parser parser) {
        if (parser.getContext().getRuleIndex() != RULE_policyFile) {
            return;
        }
        Token found = parser.getCurrentToken();
        if (found.getType() != IntStream.EOF && !SoftWords.isItemWord(found.getType())) {
            report(expectations.item(found.getTokenIndex()));
            skipToItem(parser, found.getTokenIndex() + 1);
        }
        recovering = false;
    }

    private void skipToItem(Parser parser, int atLeast) {
        int index = Math.max(parser.getCurrentToken().getTokenIndex(), atLeast);
        while (tokens.get(index).getType() != IntStream.EOF
                && !SoftWords.beginsItem(tokens, index)) {
            index++;
        }
        parser.getInputStream().seek(index);
    }

    @Override
    public boolean inErrorRecoveryMode(Parser parser) {
        return recovering;
    }

    @Override
    public void reportMatch(Parser parser) {
        recovering = false;
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        if (!recovering) {
            recovering = true;
            report(expectations.describe(parser, error));
        }
    }

    /// One error in a line says enough; a second one is most often its echo.
    private void report(Diagnostic diagnostic) {
        int line = diagnostic.place() == null ? 0 : diagnostic.place().start().line();
        if (!hasUnclosedText && line != lastLine && !hasSkipped(line)) {
            lastLine = line;
            diagnostics.add(diagnostic);
        }
    }

    private boolean hasSkipped(int line) {
        for (int offset : skipped) {
            if (source.position(offset).line() == line) {
                return true;
            }
        }
        return false;
    }
}
