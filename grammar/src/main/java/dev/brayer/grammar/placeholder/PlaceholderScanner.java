package dev.brayer.grammar.placeholder;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the holes of a stencil: `${word}`, and `$${` for a literal `${`. `$$`, `$(X)` and `$X` are
/// text.
///
/// A text without `${` costs one search; the parser is loaded only for what may be a hole.
public final class PlaceholderScanner {
    private final Source source;
    private final int limit;
    private final List<Placeholders.Hole> holes = new ArrayList<>();
    private final List<Span> escapes = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private PlaceholderScanner(Source source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /// The holes in a part of a file.
    public static Placeholders scan(Source source, Span range) {
        int first = source.text().indexOf("${", range.start());
        if (first < 0 || first + 2 > range.end()) {
            return Placeholders.NONE;
        }
        PlaceholderScanner scanner = new PlaceholderScanner(source, range.end());
        scanner.scanFrom(first, range.start());
        return new Placeholders(scanner.holes, scanner.escapes, scanner.diagnostics);
    }

    private void scanFrom(int first, int rangeStart) {
        String text = source.text();
        int behindLast = rangeStart;
        PieceParser parser = new PieceParser();
        for (int at = first; at >= 0 && at + 2 <= limit; at = text.indexOf("${", behindLast)) {
            int start = at > behindLast && text.charAt(at - 1) == '$' ? at - 1 : at;
            int close = closingBrace(at + 2);
            int end = close < 0 ? at + 2 : close + 1;
            switch (parser.parse(text, start, end)) {
                case ESCAPE -> {
                    end = at + 2;
                    escapes.add(new Span(start, end));
                }
                case HOLE ->
                        holes.add(
                                new Placeholders.Hole(
                                        new Span(at, end), text.substring(at + 2, end - 1)));
                case NEITHER -> report(at, close < 0 ? endOfText(at + 2) : end, close >= 0);
            }
            behindLast = end;
        }
    }

    /// The brace that closes a hole, in the same line; braces inside count, so that `${a:-${b}}` is
    /// one mistake.
    private int closingBrace(int from) {
        String text = source.text();
        int open = 0;
        for (int at = from; at < limit; at++) {
            switch (text.charAt(at)) {
                case '\n', '\r' -> {
                    return -1;
                }
                case '{' -> open++;
                case '}' -> {
                    if (open == 0) {
                        return at;
                    }
                    open--;
                }
                default -> {}
            }
        }
        return -1;
    }

    /// Where what looks like the word of an open hole ends.
    private int endOfText(int from) {
        int at = from;
        while (at < limit
                && (isWordPart(source.text().charAt(at)) || source.text().charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private void report(int start, int end, boolean closed) {
        if (!closed) {
            add(
                    PlaceholderCode.UNCLOSED,
                    new Span(start, end),
                    "this hole has no closing `}` in its line",
                    "close it, as in `${word}`, or write `$${` for a literal `${`");
            return;
        }
        String written = source.text().substring(start, end);
        String inner = written.substring(2, written.length() - 1);
        String word = inner.strip();
        Span span = new Span(start, end);
        String literal = "`$" + shortened(written) + "` for the literal text";
        if (word.isEmpty()) {
            add(
                    PlaceholderCode.EMPTY,
                    span,
                    "this hole names no word",
                    "name one, as in `${replicas}`, or write `$${` for a literal `${`");
        } else if (isWord(word)) {
            add(
                    PlaceholderCode.NOT_A_WORD,
                    span,
                    "a hole has no spaces around its word",
                    "write `${" + word + "}`, or " + literal);
        } else {
            add(
                    PlaceholderCode.NOT_A_WORD,
                    span,
                    "a hole is a single word, and `" + shortened(word) + "` is not",
                    advice(word) + ", or write " + literal);
        }
    }

    private static String advice(String inner) {
        String word = firstWord(inner);
        if (word == null) {
            return "begin the word with a letter or `_`";
        }
        char next = inner.charAt(word.length());
        if (next == '(') {
            return "compute the value in the formation and name it, as in `${" + word + "}`";
        }
        if (next == ':' || next == '?' || next == '=' || next == '+') {
            return "write `${"
                    + word
                    + "}` and give the default in the formation: `"
                    + word
                    + ": { env: NAME, default: … }`";
        }
        return "name one word, as in `${"
                + inner.substring(0, endOfNames(inner)).replace('.', '_')
                + "}`, and say in the formation where its value comes from";
    }

    private static int endOfNames(String inner) {
        int at = 0;
        while (at < inner.length() && (isWordPart(inner.charAt(at)) || inner.charAt(at) == '.')) {
            at++;
        }
        while (inner.charAt(at - 1) == '.') {
            at--;
        }
        return at;
    }

    /// The word that a text begins with, or `null`.
    private static @Nullable String firstWord(String text) {
        if (!isWordStart(text.charAt(0))) {
            return null;
        }
        int end = 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isWord(String text) {
        String word = firstWord(text);
        return word != null && word.length() == text.length();
    }

    private static boolean isWordStart(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || character == '-' || (character >= '0' && character <= '9');
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private void add(PlaceholderCode code, Span span, String message, String hint) {
        diagnostics.add(Diagnostic.error(code, source.place(span), message).withHint(hint));
    }
}
