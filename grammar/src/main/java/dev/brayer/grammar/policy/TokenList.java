package dev.brayer.grammar.policy;

import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/// Tokens that were read beforehand, without comments; the last one is the end of the file.
final class TokenList implements TokenStream {
    private final List<Token> tokens;
    private int index;

    TokenList(List<Token> tokens) {
        this.tokens = tokens;
    }

    @Override
    public Token LT(int ahead) {
        int at = ahead > 0 ? index + ahead - 1 : index + ahead;
        return tokens.get(Math.min(Math.max(at, 0), tokens.size() - 1));
    }

    /// Whether a token stands before the current one.
    boolean hasPrevious() {
        return index > 0;
    }

    @Override
    public int LA(int ahead) {
        return LT(ahead).getType();
    }

    @Override
    public Token get(int at) {
        return tokens.get(at);
    }

    @Override
    public void consume() {
        if (LA(1) == IntStream.EOF) {
            throw new IllegalStateException("consumed the end of the file");
        }
        index++;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int newIndex) {
        index = newIndex;
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public TokenSource getTokenSource() {
        return LT(1).getTokenSource();
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        StringBuilder text = new StringBuilder();
        for (int at = interval.a; at <= interval.b && at < tokens.size(); at++) {
            text.append(tokens.get(at).getText());
        }
        return text.toString();
    }

    @Override
    public String getText() {
        return getText(new Interval(0, tokens.size() - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(new Interval(start.getTokenIndex(), stop.getTokenIndex()));
    }
}
