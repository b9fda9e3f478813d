package dev.brayer.grammar.policy;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Suggestions;
import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Token;

/// The sentences that are said about a token that does not fit, wherever it stands.
final class Complaints {
    private final Source source;
    private final List<Token> tokens;

    Complaints(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    List<Token> tokens() {
        return tokens;
    }

    /// `expected WHAT after X, found Y`: at Y, or at X when Y is far away.
    Diagnostic expected(String what, Token found) {
        StringBuilder message = new StringBuilder("expected ").append(what);
        boolean first = found.getTokenIndex() == 0;
        if (!first) {
            message.append(" after ").append(show(previous(found)));
        }
        boolean behind = !first && isBehind(found);
        if (!behind) {
            message.append(", found ").append(show(found));
        }
        return error(PolicySyntaxCode.SYNTAX, behind ? previous(found) : found, message.toString());
    }

    /// A complaint at a token.
    Diagnostic error(PolicySyntaxCode code, Token at, String message) {
        return Diagnostic.error(code, place(at), message);
    }

    /// A missing name; a word of the language in its place is a case of its own.
    Diagnostic reserved(String what, Token found) {
        if (SoftWords.isSoft(found.getType()) || SoftWords.isReserved(found.getType())) {
            return error(
                            PolicySyntaxCode.RESERVED_NAME,
                            found,
                            show(found) + " is a word of the language and cannot be " + what)
                    .withHint("choose another name");
        }
        return expected(what, found);
    }

    /// With the word that is meant as a hint, when the token found is one that is misspelt.
    Diagnostic suggest(Diagnostic diagnostic, Token found, List<String> words) {
        return SoftWords.isWord(found.getType()) && !words.contains(found.getText())
                ? diagnostic.withHint(Suggestions.didYouMean(found.getText(), words))
                : diagnostic;
    }

    /// Whether a token says nothing about what was expected before it: the end of the item.
    static boolean isBehind(Token found) {
        return found.getTokenIndex() > 0 && found.getType() == IntStream.EOF;
    }

    Token previous(Token found) {
        return tokens.get(Math.max(0, found.getTokenIndex() - 1));
    }

    /// Whether nothing stands between two tokens.
    static boolean touches(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    String show(Token token) {
        if (token.getType() == IntStream.EOF) {
            return "the end";
        }
        String text = token.getText();
        int line = text.indexOf('\n');
        if (line >= 0 || text.length() > 30) {
            text = text.substring(0, Math.min(line < 0 ? 30 : line, 30)).stripTrailing() + "…";
        }
        return "`" + text + "`";
    }

    Place place(Token token) {
        return source.place(TokenReader.span(token));
    }
}
