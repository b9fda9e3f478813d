package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Comment;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands out the comments of a file in their order, each once.
final class CommentCursor {
    private final List<Comment> comments;
    private final @Nullable Source source;
    private int next;

    CommentCursor(List<Comment> comments, @Nullable Source source) {
        this.comments = comments;
        this.source = source;
    }

    boolean hasMore() {
        return next < comments.size();
    }

    /// Whether a comment that was not written yet stands before an offset.
    boolean hasBefore(int offset) {
        return hasMore() && comments.get(next).span().start() < offset;
    }

    /// Whether a comment that was not written yet stands inside.
    boolean hasWithin(Span span) {
        for (int index = next; index < comments.size(); index++) {
            int start = comments.get(index).span().start();
            if (start >= span.end()) {
                return false;
            }
            if (start > span.start()) {
                return true;
            }
        }
        return false;
    }

    /// Writes the comments before an offset, each on lines of its own, with the blank lines between
    /// them.
    void leading(StringBuilder out, int offset, int indent) {
        boolean first = true;
        while (hasBefore(offset)) {
            if (!first && blankLineBeforeNext()) {
                out.append('\n');
            }
            write(out, indent);
            first = false;
        }
        if (!first && source != null && blankLineBehindLast()) {
            out.append('\n');
        }
    }

    private void write(StringBuilder out, int indent) {
        out.append(" ".repeat(indent)).append(text(comments.get(next))).append('\n');
        next++;
    }

    private static String text(Comment comment) {
        return comment.isLine() ? comment.text().stripTrailing() : comment.text();
    }

    /// Writes the comments that stand behind code in its line.
    ///
    /// @param codeEnd where that code ends
    /// @param limit where the next code begins
    void trailing(StringBuilder out, int codeEnd, int limit) {
        int from = codeEnd;
        while (source != null && hasBefore(limit)) {
            Comment comment = comments.get(next);
            if (comment.span().start() < from || hasLineBreak(from, comment.span().start())) {
                return;
            }
            out.append(' ').append(text(comment));
            next++;
            from = comment.span().end();
        }
    }

    void rest(StringBuilder out) {
        leading(out, Integer.MAX_VALUE, 0);
    }

    boolean blankLineBeforeNext() {
        return blankLineBeforeOffset(comments.get(next).span().start());
    }

    /// Whether a blank line stands before an item, or before the first comment that belongs to it.
    boolean blankLineBefore(int offset) {
        return blankLineBeforeOffset(
                hasBefore(offset) ? comments.get(next).span().start() : offset);
    }

    private boolean blankLineBehindLast() {
        int end = comments.get(next - 1).span().end();
        return source != null
                && lineBreaks(end, nextCode(end)) > 1
                && nextCode(end) < source.text().length();
    }

    private int nextCode(int from) {
        int at = from;
        while (source != null && at < source.text().length() && source.text().charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private boolean blankLineBeforeOffset(int offset) {
        if (source == null) {
            return false;
        }
        int at = offset;
        while (at > 0 && source.text().charAt(at - 1) <= ' ') {
            at--;
        }
        return lineBreaks(at, offset) > 1;
    }

    private boolean hasLineBreak(int from, int to) {
        return lineBreaks(from, to) > 0;
    }

    private int lineBreaks(int from, int to) {
        int count = 0;
        for (int at = from; source != null && at < to; at++) {
            if (source.text().charAt(at) == '\n') {
                count++;
            }
        }
        return count;
    }
}
