package dev.brayer.document;

import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comment in a document.
///
/// @param span from the `#` to the end of the line
/// @param text what stands behind the `#`, without blanks around it
public record Comment(Span span, String text) {

    /// The comments of a document in the order of the file: every `#` after a blank that stands in
    /// no scalar.
    public static List<Comment> of(Document document) {
        String source = document.source().text();
        int at = source.indexOf('#', document.span().start());
        if (at < 0 || at >= document.span().end()) {
            return List.of();
        }
        List<Span> scalars = new ArrayList<>();
        collect(document.root(), scalars);
        List<Comment> found = new ArrayList<>();
        int next = 0;
        while (at >= 0 && at < document.span().end()) {
            while (next < scalars.size() && scalars.get(next).end() <= at) {
                next++;
            }
            int from = at + 1;
            if (next < scalars.size() && scalars.get(next).start() <= at) {
                from = scalars.get(next).end();
            } else if (at == 0
                    || source.charAt(at - 1) <= ' '
                    || source.charAt(at - 1) == '\uFEFF') {
                from = lineEnd(source, at);
                found.add(new Comment(new Span(at, from), source.substring(at + 1, from).strip()));
            }
            at = source.indexOf('#', from);
        }
        return found;
    }

    private static int lineEnd(String source, int from) {
        int at = from;
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static void collect(Node node, List<Span> scalars) {
        if (node instanceof ScalarNode scalar) {
            add(scalar, scalars);
        } else if (node instanceof ListNode list) {
            for (int at = 0; at < list.size(); at++) {
                collect(list.get(at), list.alias(at), scalars);
            }
        } else if (node instanceof MapNode map) {
            for (Entry entry : map.written()) {
                add(entry.key(), scalars);
                collect(entry.value(), entry.alias(), scalars);
            }
        }
    }

    private static void collect(Node value, @Nullable Span alias, List<Span> scalars) {
        if (alias == null) {
            collect(value, scalars);
        } else {
            scalars.add(alias);
        }
    }

    private static void add(ScalarNode scalar, List<Span> scalars) {
        // The line of `|` may end with a comment.
        int start =
                scalar.style().isBlock()
                        ? Math.min(lineEnd(scalar.source().text(), scalar.start()), scalar.end())
                        : scalar.start();
        if (start < scalar.end()) {
            scalars.add(new Span(start, scalar.end()));
        }
    }
}
