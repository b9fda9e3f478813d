package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/// Mends numbers that touch a unit: `500m` becomes the text that was meant, `1and` a number and a
/// word.
final class UnitMender {
    private final Source source;
    private final List<Token> tokens;
    private final Diagnostics diagnostics;

    private UnitMender(Source source, List<Token> tokens, Diagnostics diagnostics) {
        this.source = source;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    /// Mends them all, except in selectors, where they are parts of names.
    static void mend(Source source, List<Token> tokens, Diagnostics diagnostics) {
        UnitMender mender = new UnitMender(source, tokens, diagnostics);
        int depth = 0;
        boolean inSelector = false;
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            switch (token.getType()) {
                case LBRACE -> {
                    depth++;
                    inSelector = false;
                }
                case RBRACE -> depth = Math.max(0, depth - 1);
                case ON -> inSelector = depth == 0;
                case WHERE -> inSelector = false;
                case UNIT -> {
                    if (!inSelector) {
                        mender.mend(index, token);
                    }
                }
                default -> {}
            }
        }
    }

    private void mend(int index, Token token) {
        String text = token.getText();
        int digits = 0;
        while (digits < text.length()
                && (text.charAt(digits) == '.' || Character.isDigit(text.charAt(digits)))) {
            digits++;
        }
        String word = text.substring(digits);
        int reserved =
                switch (word) {
                    case "and" -> AND;
                    case "or" -> OR;
                    case "in" -> IN;
                    default -> 0;
                };
        if (reserved == 0) {
            report(
                    PolicySyntaxCode.UNIT_WITHOUT_QUOTES,
                    TokenReader.span(token),
                    "`" + text + "` needs quotes",
                    "write `\"" + text + "\"`");
            ((WritableToken) token).setType(STRING);
            return;
        }
        report(
                PolicySyntaxCode.UNIT_WITHOUT_QUOTES,
                TokenReader.span(token),
                "a space is missing in `" + text + "`",
                "write `" + text.substring(0, digits) + " " + word + "`");
        CommonToken operator = new CommonToken(token);
        operator.setType(reserved);
        operator.setStartIndex(token.getStartIndex() + digits);
        CommonToken number = (CommonToken) token;
        number.setType(text.indexOf('.') < 0 ? INTEGER : DECIMAL);
        number.setStopIndex(token.getStartIndex() + digits - 1);
        tokens.add(index + 1, operator);
    }

    private void report(PolicySyntaxCode code, Span span, String message, String hint) {
        diagnostics.add(Diagnostic.error(code, source.place(span), message).withHint(hint));
    }
}
