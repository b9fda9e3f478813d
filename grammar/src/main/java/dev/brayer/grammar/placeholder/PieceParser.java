package dev.brayer.grammar.placeholder;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// Asks the grammar what one piece of text is.
final class PieceParser {
    enum Piece {
        HOLE,
        ESCAPE,
        NEITHER
    }

    private final PlaceholderGrammarLexer lexer;
    private final PlaceholderGrammarParser parser;

    PieceParser() {
        lexer = new PlaceholderGrammarLexer(CharStreams.fromString(""));
        lexer.removeErrorListeners();
        parser = new PlaceholderGrammarParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
    }

    /// What begins at `start`; a hole ends at `end`.
    Piece parse(String text, int start, int end) {
        lexer.setInputStream(CharStreams.fromString(text.substring(start, end)));
        parser.setTokenStream(new CommonTokenStream(lexer));
        try {
            return parser.piece() instanceof PlaceholderGrammarParser.EscapeContext
                    ? Piece.ESCAPE
                    : Piece.HOLE;
        } catch (ParseCancellationException notOne) {
            return Piece.NEITHER;
        }
    }
}
