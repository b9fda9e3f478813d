package dev.brayer.grammar.policy;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/// A part of a text for the lexer, with the offsets of the whole text. ANTLR's own streams count
/// code points and copy.
final class TextStream implements CharStream {
    private final String text;
    private final int limit;
    private int index;

    TextStream(String text, int start, int limit) {
        this.text = text;
        this.index = start;
        this.limit = limit;
    }

    @Override
    public void consume() {
        index++;
    }

    @Override
    public int LA(int ahead) {
        int at = ahead > 0 ? index + ahead - 1 : index + ahead;
        return at < 0 || at >= limit ? IntStream.EOF : text.charAt(at);
    }

    @Override
    public int mark() {
        return -1;
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
        return limit;
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, limit));
    }
}
