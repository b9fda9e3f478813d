package dev.brayer.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of one file (or of the command line, or of standard input) under the name that people
/// see.
///
/// A rendered file is a source too; its [Provenance] then tells for each range where it was
/// written. Two sources are equal only when they are the same object.
public final class Source {
    private final String name;
    private final String text;
    private final @Nullable Provenance provenance;
    private final int firstLine;

    /// Offsets at which lines start; computed at the first question, because most files are never
    /// asked.
    private int @Nullable [] lineStarts;

    private Source(String name, String text, @Nullable Provenance provenance, int firstLine) {
        this.name = name;
        this.text = text;
        this.provenance = provenance;
        this.firstLine = firstLine;
    }

    /// A file as it was read. `name` is its path with `/`, relative to what the reader of a message
    /// stands in.
    public static Source of(String name, String text) {
        return new Source(name, text, null, 1);
    }

    /// A piece of a file that is too long to be kept as one text; its lines have the numbers that
    /// they have in the file.
    ///
    /// @param firstLine the number of the line with which the piece begins, from 1
    public static Source part(String name, String text, int firstLine) {
        return new Source(name, text, null, firstLine);
    }

    /// A file that could not be read: it has a name and no text.
    public static Source unread(String name) {
        return new Source(name, "", null, 1);
    }

    /// A text that was made from others.
    public static Source rendered(String name, String text, Provenance provenance) {
        return new Source(name, text, provenance, 1);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /// Where this text was made from; `null` for a file that a person wrote.
    @Nullable Provenance provenance() {
        return provenance;
    }

    public boolean isRendered() {
        return provenance != null;
    }

    /// Whether a word in this text has no value yet.
    public boolean hasUnfilled() {
        return provenance != null && provenance.isUnfilled();
    }

    /// Whether a word in this text is a secret.
    public boolean hasSecret() {
        return provenance != null && provenance.isSecret();
    }

    /// The secrets in this text, in its order.
    public List<Provenance.Secret> secrets() {
        return provenance == null ? List.of() : provenance.secrets();
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public Place place(Span span) {
        return new Place(this, span);
    }

    public Place place(int start, int end) {
        return new Place(this, new Span(start, end));
    }

    /// The file as a whole, for what has no better place.
    public Place wholeFile() {
        return new Place(this, Span.at(0));
    }

    /// The line and column of an offset; an offset beyond the text is its end.
    public Position position(int offset) {
        int[] starts = lineStarts();
        int inText = Math.min(Math.max(offset, starts[0]), text.length());
        int found = Arrays.binarySearch(starts, inText);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + firstLine, inText - starts[line] + 1);
    }

    /// How many lines the text has.
    public int lineCount() {
        return lineStarts().length;
    }

    /// The text of a line, without its line end.
    ///
    /// @param line its number, as in [#position]
    public String line(int line) {
        int[] starts = lineStarts();
        int index = line - firstLine;
        int start = starts[index];
        int end = index + 1 < starts.length ? starts[index + 1] : text.length();
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// The offset at which a line starts.
    ///
    /// @param line its number, as in [#position]
    public int lineStart(int line) {
        return lineStarts()[line - firstLine];
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            known = findLineStarts(text);
            lineStarts = known;
        }
        return known;
    }

    private static int[] findLineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        // No editor counts a byte order mark as a column.
        starts[0] = text.startsWith("\uFEFF") ? 1 : 0;
        int count = 1;
        for (int offset = 0; offset < text.length(); offset++) {
            char character = text.charAt(offset);
            boolean pairContinues =
                    character == '\r'
                            && offset + 1 < text.length()
                            && text.charAt(offset + 1) == '\n';
            if (isLineEnd(character) && !pairContinues) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = offset + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
