package dev.brayer.stencil.fill;

import dev.brayer.grammar.placeholder.PlaceholderScanner;
import dev.brayer.grammar.placeholder.Placeholders;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stencil whose holes are covered by plain text of the same length, so that YAML can be read and
/// every offset stays true.
///
/// Each hole is covered by one character of Unicode's private use area, repeated; neighbours
/// differ, so two keys that are holes differ too.
final class Masked {
    private static final char FIRST = '\uE000';
    private static final int MASKS = 6000;

    private final Source source;
    private final String text;
    private final List<Hole> holes;
    private final List<Diagnostic> malformed;

    /// A hole, or the escape `$${` that writes a literal `${`.
    ///
    /// @param word `null` for an escape
    record Hole(int start, int end, @Nullable String word, char mask) {
        int length() {
            return end - start;
        }

        boolean isEscape() {
            return word == null;
        }
    }

    private Masked(Source source, String text, List<Hole> holes, List<Diagnostic> malformed) {
        this.source = source;
        this.text = text;
        this.holes = holes;
        this.malformed = malformed;
    }

    static Masked of(Source source) {
        String text = source.text();
        if (text.indexOf("${") < 0) {
            return new Masked(source, text, List.of(), List.of());
        }
        Placeholders found = PlaceholderScanner.scan(source, new Span(0, text.length()));
        List<Hole> holes = inOrder(found, text);
        StringBuilder masked = new StringBuilder(text);
        for (Hole hole : holes) {
            for (int index = hole.start(); index < hole.end(); index++) {
                masked.setCharAt(index, hole.mask());
            }
        }
        return new Masked(source, masked.toString(), holes, found.diagnostics());
    }

    private static List<Hole> inOrder(Placeholders found, String text) {
        List<Hole> holes = new ArrayList<>(found.holes().size() + found.escapes().size());
        int nextEscape = 0;
        char mask = FIRST;
        for (int index = 0; index <= found.holes().size(); index++) {
            int until =
                    index < found.holes().size()
                            ? found.holes().get(index).span().start()
                            : text.length();
            while (nextEscape < found.escapes().size()
                    && found.escapes().get(nextEscape).start() < until) {
                Span escape = found.escapes().get(nextEscape++);
                mask = unused(mask, text);
                holes.add(new Hole(escape.start(), escape.end(), null, mask++));
            }
            if (index < found.holes().size()) {
                Placeholders.Hole hole = found.holes().get(index);
                mask = unused(mask, text);
                holes.add(new Hole(hole.span().start(), hole.span().end(), hole.word(), mask++));
            }
        }
        return holes;
    }

    /// The next character, in a circle, that does not stand in the text itself.
    private static char unused(char from, String text) {
        char mask = from;
        for (int tried = 0; tried <= MASKS; tried++) {
            if (mask >= FIRST + MASKS) {
                mask = FIRST;
            }
            if (text.indexOf(mask) < 0) {
                return mask;
            }
            mask++;
        }
        return from;
    }

    Source source() {
        return source;
    }

    /// The covered text.
    String text() {
        return text;
    }

    List<Hole> holes() {
        return holes;
    }

    /// What looks like a hole and is none, wherever it stands.
    List<Diagnostic> malformed() {
        return malformed;
    }

    boolean hasHoles() {
        return !holes.isEmpty();
    }

    /// The holes within a range, in order.
    List<Hole> holes(int start, int end) {
        int first = firstFrom(start);
        int last = first;
        while (last < holes.size() && holes.get(last).end() <= end) {
            last++;
        }
        return first == last ? List.of() : holes.subList(first, last);
    }

    /// The position of a hole among all.
    int index(Hole hole) {
        return firstFrom(hole.start());
    }

    /// Whether a hole stands within a range or begins right behind it.
    boolean touches(Span range) {
        int index = firstFrom(range.start());
        return index < holes.size() && holes.get(index).start() <= range.end();
    }

    private int firstFrom(int offset) {
        int low = 0;
        int high = holes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holes.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// A read text cut at the holes of its range: the texts between them, one more than there are
    /// holes.
    static List<String> between(String read, List<Hole> holes) {
        List<String> texts = new ArrayList<>(holes.size() + 1);
        int done = 0;
        for (Hole hole : holes) {
            int at = read.indexOf(hole.mask(), done);
            texts.add(read.substring(done, at));
            done = at + hole.length();
        }
        texts.add(read.substring(done));
        return texts;
    }

    /// A read text with the holes of its range as they are written.
    String uncovered(String read, List<Hole> holes) {
        if (holes.isEmpty()) {
            return read;
        }
        List<String> texts = between(read, holes);
        StringBuilder out = new StringBuilder(texts.get(0));
        for (int index = 0; index < holes.size(); index++) {
            Hole hole = holes.get(index);
            out.append(source.text(), hole.start(), hole.end()).append(texts.get(index + 1));
        }
        return out.toString();
    }
}
