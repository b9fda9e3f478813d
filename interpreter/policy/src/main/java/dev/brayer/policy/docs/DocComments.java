package dev.brayer.policy.docs;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.tree.Comment;
import dev.brayer.grammar.policy.tree.Item;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.List;

/// What the comments of a policy say about it: a comment directly above an item, without an empty
/// line between them, is about the item; the first comment of the file, with an empty line behind
/// it, is about the file.
final class DocComments {
    private final Source source;
    private final List<Comment> comments;
    private final List<Item> items;

    DocComments(ParsedPolicy policy) {
        this.source = policy.source();
        this.comments = policy.tree().comments();
        this.items = policy.tree().items();
    }

    /// Markdown, or an empty text.
    String of(Item item) {
        List<Comment> above = new ArrayList<>();
        int line = line(item.span().start());
        for (int index = comments.size() - 1; index >= 0; index--) {
            Comment comment = comments.get(index);
            if (comment.span().start() < item.span().start()
                    && line(comment.span().end()) == line - 1
                    && isAlone(comment)) {
                above.addFirst(comment);
                line = line(comment.span().start());
            }
        }
        return text(above);
    }

    /// The first sentence about an item; or an empty text.
    String summary(Item item) {
        String text = SelectorWords.onOneLine(of(item));
        int dot = text.indexOf(". ");
        return dot < 0 ? text : text.substring(0, dot + 1);
    }

    /// Markdown, or an empty text.
    String ofFile() {
        List<Comment> first = new ArrayList<>();
        int line = -1;
        for (Comment comment : comments) {
            if (line >= 0 && line(comment.span().start()) != line + 1) {
                break;
            }
            first.add(comment);
            line = line(comment.span().end());
        }
        boolean atTheHead =
                !first.isEmpty()
                        && (items.isEmpty()
                                || (first.getLast().span().end() < items.getFirst().span().start()
                                        && line(items.getFirst().span().start()) > line + 1));
        return atTheHead ? text(first) : "";
    }

    private int line(int offset) {
        return source.position(offset).line();
    }

    private boolean isAlone(Comment comment) {
        int start = source.lineStart(line(comment.span().start()));
        return source.text().substring(start, comment.span().start()).isBlank();
    }

    private static String text(List<Comment> comments) {
        StringBuilder text = new StringBuilder();
        for (Comment comment : comments) {
            if (comment.isLine()) {
                append(withoutSlashes(comment.text()), text);
            } else {
                String inner = comment.text().substring(2, comment.text().length() - 2);
                for (String line : inner.split("\n", -1)) {
                    String stripped = line.strip();
                    append(
                            stripped.startsWith("*") ? stripped.substring(1).strip() : stripped,
                            text);
                }
            }
        }
        return text.toString().strip();
    }

    private static void append(String line, StringBuilder text) {
        text.append(line).append('\n');
    }

    private static String withoutSlashes(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == '/') {
            start++;
        }
        String rest = line.substring(start).stripTrailing();
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }
}
