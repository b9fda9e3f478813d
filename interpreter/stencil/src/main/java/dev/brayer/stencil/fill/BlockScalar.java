package dev.brayer.stencil.fill;

import dev.brayer.document.ScalarNode;
import dev.brayer.document.ScalarStyle;
import dev.brayer.stencil.fill.ScalarFiller.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A block scalar whose holes are filled in place: every line of a value gets the block's
/// indentation.
final class BlockScalar {
    private static final int LARGEST_INDICATOR = 9;

    private final String source;
    private final ScalarNode node;
    private final int contentStart;
    private final int indentation;
    private final int parentIndentation;
    private final boolean indicated;
    private final char chomping;
    private final String lineBreak;

    /// @param parentColumn where the map or list that holds the scalar stands
    BlockScalar(String source, ScalarNode node, int parentColumn) {
        this.source = source;
        this.node = node;
        this.contentStart = Lines.next(source, node.start());
        this.lineBreak = Lines.breakAt(source, node.start());
        this.parentIndentation = Math.max(0, parentColumn);
        char chomp = ' ';
        int indicator = 0;
        for (int at = node.start() + 1; at < contentStart; at++) {
            char character = source.charAt(at);
            if (character == '+' || character == '-') {
                chomp = character;
            } else if (character >= '1' && character <= '9') {
                indicator = character - '0';
            } else {
                break;
            }
        }
        this.chomping = chomp;
        this.indicated = indicator > 0;
        this.indentation = indicated ? parentIndentation + indicator : firstIndentation();
    }

    /// Where the content begins, behind the line with `|` or `>`.
    int contentStart() {
        return contentStart;
    }

    private int firstIndentation() {
        int at = contentStart;
        while (at < node.end()) {
            int spaces = spaces(source, at);
            int end = Lines.end(source, at);
            if (at + spaces < end) {
                return spaces;
            }
            at = Lines.next(source, at);
        }
        return parentIndentation + ValueWriter.STEP;
    }

    private static int spaces(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - lineStart;
    }

    /// The text as the block's own chomping leaves it: `-` ends without a line end, no sign with
    /// one at most.
    String chomped(String text) {
        if (chomping == '+') {
            return text;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        boolean clipped = chomping == ' ' && end > 0 && node.text().endsWith("\n");
        return text.substring(0, end) + (clipped ? "\n" : "");
    }

    /// Fills the holes; `false`, with nothing changed, when a block scalar cannot hold the text.
    boolean fill(List<Part> parts, Edits edits) {
        List<String> written = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (!ScalarText.fitsBlock(part.text())) {
                return false;
            }
            written.add(part.text());
        }
        dropTrailingLineEnds(parts, written);
        for (int index = 0; index < written.size(); index++) {
            String text =
                    node.style() == ScalarStyle.FOLDED
                            ? folded(written.get(index), parts.get(index))
                            : indented(written.get(index), parts.get(index), lineBreak);
            if (text == null) {
                return false;
            }
            written.set(index, text);
        }
        String content = content(parts, written);
        if (Lines.isEmpty(content, 0, content.length())) {
            return false;
        }
        if (!indicated && needsIndicator(content)) {
            int indicator = indentation - parentIndentation;
            if (indicator < 1 || indicator > LARGEST_INDICATOR) {
                return false;
            }
            edits.insert(
                    node.start() + 1,
                    List.of(
                            new Piece(
                                    Integer.toString(indicator),
                                    parts.get(0).place(),
                                    false,
                                    List.of())));
        }
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            edits.replace(
                    part.hole().start(),
                    part.hole().end(),
                    List.of(part.piece(written.get(index))));
        }
        return true;
    }

    /// Line ends at the block's end that its chomping takes away need not be written.
    private void dropTrailingLineEnds(List<Part> parts, List<String> written) {
        int end = node.end();
        for (int index = parts.size() - 1; index >= 0 && chomping != '+'; index--) {
            if (parts.get(index).hole().end() != end) {
                return;
            }
            String text = written.get(index);
            int kept = text.length();
            while (kept > 0 && text.charAt(kept - 1) == '\n') {
                kept--;
            }
            written.set(index, text.substring(0, kept));
            if (kept > 0) {
                return;
            }
            end = parts.get(index).hole().start();
        }
    }

    private String indented(String text, Part part, String separator) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (true) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            out.append(text, start, end).append(separator);
            start = end + 1;
            boolean blank = start < text.length() ? text.charAt(start) == '\n' : endsLine(part);
            if (!blank) {
                out.append(" ".repeat(indentation));
            }
        }
        return out.append(text, start, text.length()).toString();
    }

    private boolean endsLine(Part part) {
        int end = part.hole().end();
        return end >= source.length() || Lines.isBreak(source.charAt(end));
    }

    /// In a folded block a line end within the value takes an empty line more. A value whose lines
    /// begin or end in a way that changes the folding around it does not fit.
    private @Nullable String folded(String text, Part part) {
        if (text.isEmpty()) {
            return null;
        }
        int lineStart = Lines.start(source, part.hole().start());
        boolean ordinary = spaces(source, lineStart) == indentation;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean edge =
                    index == 0
                            || index == text.length() - 1
                            || text.charAt(index - 1) == '\n'
                            || text.charAt(index + 1) == '\n';
            if (edge && (character == ' ' || character == '\t')) {
                return null;
            }
            if (character == '\n' && (!ordinary || index == 0 || index == text.length() - 1)) {
                return null;
            }
        }
        if (text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character != '\n') {
                out.append(character);
                continue;
            }
            out.append(lineBreak);
            if (text.charAt(index + 1) != '\n') {
                out.append(lineBreak).append(" ".repeat(indentation));
            }
        }
        return out.toString();
    }

    private String content(List<Part> parts, List<String> written) {
        StringBuilder content = new StringBuilder();
        int done = contentStart;
        for (int index = 0; index < parts.size(); index++) {
            content.append(source, done, parts.get(index).hole().start())
                    .append(written.get(index));
            done = parts.get(index).hole().end();
        }
        content.append(source, done, node.end());
        return content.toString();
    }

    /// Whether the first lines no longer show the block's indentation.
    private boolean needsIndicator(String text) {
        int at = 0;
        while (at < text.length()) {
            int spaces = spaces(text, at);
            if (spaces > indentation) {
                return true;
            }
            if (at + spaces < Lines.end(text, at)) {
                return false;
            }
            at = Lines.next(text, at);
        }
        return false;
    }
}
