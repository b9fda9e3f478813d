package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/// Decides, from the neighbours, whether `not every any no` stand before an operand or are names,
/// and where an item of the file begins. Everything else the grammar decides by itself.
final class SoftWords {
    private SoftWords() {}

    /// Changes the types of the words that are no names to NEGATION and QUANTIFIER.
    static void decide(List<Token> tokens) {
        boolean conditionMayBegin = true;
        boolean endsOperand = false;
        boolean isMember = false;
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            int type = token.getType();
            if (conditionMayBegin && type == NOT && negates(tokens, index)) {
                type = NEGATION;
            } else if (conditionMayBegin && isQuantifier(type) && quantifies(tokens, index)) {
                type = QUANTIFIER;
            }
            ((WritableToken) token).setType(type);
            // A colon behind an operand is that of a quantifier; elsewhere it begins a symbol.
            boolean beginsSymbol = type == COLON && !endsOperand;
            endsOperand = (isMember && (isWord(type) || isReserved(type))) || endsOperand(type);
            conditionMayBegin = !isMember && !beginsSymbol && conditionMayFollow(type);
            isMember = type == DOT || beginsSymbol;
        }
    }

    /// Whether something follows `not` that it can negate.
    private static boolean negates(List<Token> tokens, int index) {
        int next = type(tokens, index + 1);
        if (!isWord(next)) {
            return beginsOperand(next);
        }
        if (beginsItem(tokens, index + 1)) {
            return false;
        }
        boolean operatorToo = next == DEFAULT || next == MATCHES;
        return !operatorToo
                || !(beginsOperand(type(tokens, index + 2)) || isWord(type(tokens, index + 2)));
    }

    private static boolean isQuantifier(int type) {
        return type == EVERY || type == ANY || type == NO;
    }

    /// `every x`; a soft word as a loop name is recognised by what follows it, so that it can be
    /// rejected with a good message.
    private static boolean quantifies(List<Token> tokens, int index) {
        int next = type(tokens, index + 1);
        return next == IDENT || (next != NOT && isWord(next) && type(tokens, index + 2) == IN);
    }

    private static boolean conditionMayFollow(int type) {
        return switch (type) {
            case DOT,
                    IDENT,
                    INTEGER,
                    DECIMAL,
                    STRING,
                    TEXT,
                    TRUE,
                    FALSE,
                    NULL,
                    RPAREN,
                    RBRACKET,
                    IN,
                    MATCHES,
                    DEFAULT,
                    EQUALS,
                    NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL,
                    PLUS,
                    MINUS,
                    STAR,
                    SLASH,
                    ON,
                    RULE,
                    VAR,
                    TEST,
                    IMPORT ->
                    false;
            default -> true;
        };
    }

    private static boolean endsOperand(int type) {
        return switch (type) {
            case IDENT, INTEGER, DECIMAL, STRING, TEXT, TRUE, FALSE, NULL, RPAREN, RBRACKET -> true;
            case WHERE, DEFAULT, MATCHES, NEGATION, QUANTIFIER -> false;
            default -> isSoft(type);
        };
    }

    private static boolean beginsOperand(int type) {
        return switch (type) {
            case STRING,
                    TEXT,
                    INTEGER,
                    DECIMAL,
                    TRUE,
                    FALSE,
                    NULL,
                    COLON,
                    MINUS,
                    LPAREN,
                    LBRACKET ->
                    true;
            default -> false;
        };
    }

    /// A name or a soft word.
    static boolean isWord(int type) {
        return type == IDENT || isSoft(type);
    }

    static boolean isSoft(int type) {
        return (type >= IMPORT && type <= CONSOLE) || type == NEGATION || type == QUANTIFIER;
    }

    /// `and or in true false null`.
    static boolean isReserved(int type) {
        return type >= AND && type <= NULL;
    }

    static boolean isItemWord(int type) {
        return switch (type) {
            case IMPORT, VAR, PARAM, DEF, RULE, TEST -> true;
            default -> false;
        };
    }

    /// Whether a new item certainly begins here: its word, behind a brace, or first in its line and
    /// before a name there. No expression can look like this, so whatever is wrong before it ends
    /// here.
    static boolean beginsItem(List<Token> tokens, int index) {
        int name = type(tokens, index + 1);
        if (!isItemWord(type(tokens, index))) {
            return false;
        }
        if (index > 0 && tokens.get(index - 1).getType() == RBRACE) {
            return true;
        }
        if (!isWord(name) && !isReserved(name)) {
            return false;
        }
        boolean operatorToo =
                isReserved(name)
                        || name == DEFAULT
                        || name == MATCHES
                        || name == EXISTS
                        || name == NOT
                        || name == WHERE;
        if (operatorToo && !confirmsItem(tokens, index)) {
            return false;
        }
        return sameLine(tokens.get(index), tokens.get(index + 1))
                && (index == 0 || !sameLine(tokens.get(index - 1), tokens.get(index)));
    }

    /// `rule default ensure` could be an operand with a word behind it; this looks at what no
    /// expression can have.
    private static boolean confirmsItem(List<Token> tokens, int index) {
        int second = type(tokens, index + 2);
        int third = type(tokens, index + 3);
        return switch (type(tokens, index)) {
            case RULE ->
                    (second == ENSURE || second == WARN || second == SIGNOFF)
                            && followsAction(third);
            case VAR, PARAM -> second == EQUAL;
            case IMPORT -> second == FROM && (third == STRING || isWord(third));
            case TEST -> second == LBRACE;
            default -> false;
        };
    }

    private static boolean followsAction(int type) {
        return type == LBRACE || type == ON || type == STRING || type == TEXT || type == LPAREN;
    }

    /// Whether nothing but spaces and comments of one line stand between two tokens.
    static boolean sameLine(Token left, Token right) {
        return right.getType() != IntStream.EOF && endLine(left) == right.getLine();
    }

    private static int endLine(Token token) {
        int line = token.getLine();
        if (token.getType() == TEXT || token.getType() == STRING) {
            String text = token.getText();
            for (int index = text.indexOf('\n');
                    index >= 0;
                    index = text.indexOf('\n', index + 1)) {
                line++;
            }
        }
        return line;
    }

    private static int type(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).getType() : IntStream.EOF;
    }
}
