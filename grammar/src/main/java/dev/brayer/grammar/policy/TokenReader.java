package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.grammar.policy.tree.Comment;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/// Reads the tokens of a text, sets comments aside, and mends what is wrong with single tokens so
/// that the parser sees something sensible; each mend is reported.
final class TokenReader {
    private static final int MOST_MENDED = 20;

    private final Source source;
    private final Diagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Integer> unclosed = new ArrayList<>();
    private final List<Integer> skipped = new ArrayList<>();
    private final boolean strict;
    private final int limit;
    private boolean hasUnits;
    private int end;

    private TokenReader(Source source, int limit, boolean strict, Diagnostics diagnostics) {
        this.strict = strict;
        this.source = source;
        this.limit = limit;
        this.diagnostics = diagnostics;
    }

    /// A whole file.
    ///
    /// @param strict whether a text in single quotes that swallows the beginning of a rule has lost
    ///   its closing quote; such a text is allowed, so this is only for a file that has errors
    static TokenReader ofFile(Source source, boolean strict, Diagnostics diagnostics) {
        TokenReader reader = new TokenReader(source, source.text().length(), strict, diagnostics);
        reader.read(0, false);
        return reader;
    }

    /// What follows an opening brace in a message, up to the closing one; without one, nothing.
    static TokenReader ofInterpolation(
            Source source, int start, int limit, Diagnostics diagnostics) {
        TokenReader reader = new TokenReader(source, limit, false, diagnostics);
        reader.read(start, true);
        return reader;
    }

    /// The tokens the parser reads, ending with the end of the file.
    List<Token> tokens() {
        return tokens;
    }

    List<Comment> comments() {
        return comments;
    }

    /// Offsets of texts and comments that had no end: what the parser finds wrong behind them is
    /// their fault.
    List<Integer> unclosed() {
        return unclosed;
    }

    /// Offsets of characters that the parser does not see; what it finds wrong in their lines
    /// follows from that.
    List<Integer> skipped() {
        return skipped;
    }

    /// Whether some text swallows the beginning of a rule.
    boolean swallowsRules() {
        for (Token token : tokens) {
            if (token.getType() == STRING
                    && ItemStarts.nextRule(
                                    source.text(), token.getStartIndex(), token.getStopIndex())
                            >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Where an interpolation ends, behind its brace, or -1 when it has no end.
    int end() {
        return end;
    }

    private void read(int start, boolean interpolation) {
        end = -1;
        int next = start;
        while (next >= 0) {
            next = readUntilUnclosed(next, interpolation);
        }
        if (hasUnits) {
            UnitMender.mend(source, tokens, diagnostics);
        }
        number(tokens);
        SoftWords.decide(tokens);
    }

    /// @return where to read on after something unclosed was cut, or -1 at the end
    private int readUntilUnclosed(int start, boolean interpolation) {
        PolicyGrammarLexer lexer =
                new PolicyGrammarLexer(new TextStream(source.text(), start, limit));
        lexer.removeErrorListeners();
        // The lexer counts lines from where it starts; only differences within one item matter.
        lexer.setLine(tokens.isEmpty() ? 1 : tokens.getLast().getLine() + 1);
        while (true) {
            Token token = lexer.nextToken();
            switch (token.getType()) {
                case OPEN_STRING, OPEN_TEXT -> {
                    tokens.add(token);
                    return cutUnclosedText();
                }
                case OPEN_COMMENT -> {
                    return cutUnclosedComment(token);
                }
                case STRING -> {
                    tokens.add(token);
                    if (strict
                            && ItemStarts.nextRule(
                                            source.text(),
                                            token.getStartIndex(),
                                            token.getStopIndex())
                                    >= 0) {
                        return cutUnclosedText();
                    }
                }
                case COMMENT -> comments.add(new Comment(span(token), token.getText()));
                case SINGLE_QUOTED -> {
                    String inner =
                            source.text()
                                    .substring(token.getStartIndex() + 1, token.getStopIndex());
                    report(
                            PolicySyntaxCode.SINGLE_QUOTES,
                            span(token),
                            "texts stand in double quotes",
                            "write `\"" + inner + "\"`");
                    ((WritableToken) token).setType(STRING);
                    tokens.add(token);
                }
                case UNKNOWN -> {
                    int skipTo =
                            UnknownCharacter.report(source, token, limit, skipped, diagnostics);
                    if (skipTo > token.getStopIndex() + 1) {
                        return skipTo;
                    }
                }
                case RBRACE -> {
                    if (interpolation) {
                        end = token.getStopIndex() + 1;
                        tokens.add(endOfFile(token, token.getStartIndex()));
                        return -1;
                    }
                    tokens.add(token);
                }
                case UNIT -> {
                    hasUnits = true;
                    tokens.add(token);
                }
                case IntStream.EOF -> {
                    tokens.add(endOfFile(token, limit));
                    return -1;
                }
                default -> tokens.add(token);
            }
        }
    }

    /// An end for the parser.
    static Token endOfFile(Token like, int offset) {
        CommonToken token = new CommonToken(IntStream.EOF, "");
        token.setStartIndex(offset);
        token.setStopIndex(offset - 1);
        token.setLine(like.getLine());
        return token;
    }

    /// A quote is missing somewhere: at the first text that swallowed the beginning of an item,
    /// else at the last. That text is taken to end with its line.
    private int cutUnclosedText() {
        String text = source.text();
        int culprit = tokens.size() - 1;
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            int type = token.getType();
            if ((type == STRING || type == TEXT || type == OPEN_STRING || type == OPEN_TEXT)
                    && swallowsItem(text, token)) {
                culprit = index;
                break;
            }
        }
        CommonToken token = (CommonToken) tokens.get(culprit);
        tokens.subList(culprit + 1, tokens.size()).clear();
        boolean block = token.getType() == TEXT || token.getType() == OPEN_TEXT;
        int start = token.getStartIndex();
        comments.removeIf(comment -> comment.span().start() > start);
        int cut = block ? ItemStarts.next(text, start, limit) : endOfLine(start);
        if (cut < 0) {
            cut = token.getStopIndex() + 1;
        }
        String quotes = block ? "\"\"\"" : "\"";
        report(
                PolicySyntaxCode.UNCLOSED_STRING,
                new Span(start, start + quotes.length()),
                "this text has no closing `" + quotes + "`",
                "close it with `" + quotes + "`, or look for a missing quote before it");
        unclosed.add(start);
        token.setType(block ? TEXT : STRING);
        token.setStopIndex(Math.max(start, cut - 1));
        return unclosed.size() > MOST_MENDED ? limit : cut;
    }

    private boolean swallowsItem(String text, Token token) {
        int end = token.getStopIndex() + 1;
        return strict
                ? ItemStarts.nextRule(text, token.getStartIndex(), end) >= 0
                : ItemStarts.next(text, token.getStartIndex(), end) >= 0;
    }

    private int cutUnclosedComment(Token token) {
        int start = token.getStartIndex();
        int cut = ItemStarts.next(source.text(), start, token.getStopIndex() + 1);
        report(
                PolicySyntaxCode.UNCLOSED_COMMENT,
                new Span(start, start + 2),
                "this comment has no end",
                "close it with `*/`");
        unclosed.add(start);
        return cut < 0 ? token.getStopIndex() + 1 : cut;
    }

    private int endOfLine(int offset) {
        return endOfLine(source.text(), offset, limit);
    }

    static int endOfLine(String text, int offset, int limit) {
        int at = offset;
        while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private void report(PolicySyntaxCode code, Span span, String message, String hint) {
        diagnostics.add(Diagnostic.error(code, source.place(span), message).withHint(hint));
    }

    /// Gives every token its index.
    static void number(List<Token> tokens) {
        for (int index = 0; index < tokens.size(); index++) {
            ((WritableToken) tokens.get(index)).setTokenIndex(index);
        }
    }

    static Span span(Token token) {
        int start = token.getStartIndex();
        return new Span(start, Math.max(start, token.getStopIndex() + 1));
    }
}
