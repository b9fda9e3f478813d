package dev.brayer.grammar.policy;

import static dev.brayer.grammar.policy.PolicyGrammarParser.*;

import java.util.List;
import org.antlr.v4.runtime.Token;

/// An upper bound of the height of an expression's tree, counted on its tokens, so that neither the
/// parser nor what comes after it can run out of stack.
final class NestingLimit {
    static final int LEVELS = 200;

    private int[] heights = new int[16];
    private int[] highest = new int[16];
    private int depth;

    private NestingLimit() {}

    /// The first token that goes beyond the limit, or -1.
    static int exceededAt(List<Token> tokens) {
        NestingLimit limit = new NestingLimit();
        for (int index = 0; index < tokens.size(); index++) {
            if (limit.exceeds(tokens.get(index).getType())) {
                return index;
            }
        }
        return -1;
    }

    private boolean exceeds(int type) {
        switch (type) {
            case LPAREN, LBRACKET -> {
                // The links before a bracket are above what stands in it.
                open();
                return depth >= LEVELS;
            }
            case RPAREN, RBRACKET -> close();
            case AND, OR, AMPERSAND, AMPERSANDS, PIPE, PIPES, COMMA, LBRACE, RBRACE ->
                    heights[depth] = 0;
            case NEGATION, QUANTIFIER, MINUS, PLUS, STAR, SLASH, DOT, DEFAULT -> {
                heights[depth]++;
                highest[depth] = Math.max(highest[depth], heights[depth]);
            }
            default -> {}
        }
        return highest[depth] > LEVELS || depth + highest[depth] > LEVELS;
    }

    private void open() {
        depth++;
        if (depth == heights.length) {
            heights = java.util.Arrays.copyOf(heights, depth * 2);
            highest = java.util.Arrays.copyOf(highest, depth * 2);
        }
        heights[depth] = 0;
        highest[depth] = 0;
    }

    private void close() {
        if (depth > 0) {
            int inner = highest[depth] + 1;
            depth--;
            heights[depth] = Math.max(heights[depth], inner);
            highest[depth] = Math.max(highest[depth], heights[depth]);
        }
    }
}
