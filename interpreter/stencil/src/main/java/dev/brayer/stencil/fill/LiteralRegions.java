package dev.brayer.stencil.fill;

import dev.brayer.document.Document;
import dev.brayer.document.Entry;
import dev.brayer.document.ListNode;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.stencil.StencilCode;
import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import dev.brayer.text.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands below a comment `# brayer: literal` and is therefore text, whatever it looks like.
final class LiteralRegions {
    private static final String LITERAL = "literal";

    private final Source source;
    private final List<Document> documents;
    private final Diagnostics diagnostics;

    /// Where the keys and entries below such a comment begin.
    private final Set<Integer> starts = new HashSet<>();

    private final Set<Integer> wholeDocuments = new HashSet<>();

    private LiteralRegions(Source source, List<Document> documents, Diagnostics diagnostics) {
        this.source = source;
        this.documents = documents;
        this.diagnostics = diagnostics;
    }

    static LiteralRegions of(Source source, List<Document> documents, Diagnostics diagnostics) {
        LiteralRegions regions = new LiteralRegions(source, documents, diagnostics);
        Directives directives = Directives.of(source);
        for (Directives.Directive directive : directives.head()) {
            for (Directives.Word word : directive.words()) {
                if (word.text().equals(LITERAL) && !documents.isEmpty()) {
                    regions.wholeDocuments.add(documents.get(0).index());
                }
            }
        }
        for (Directives.Directive directive : directives.below()) {
            regions.place(directive);
        }
        return regions;
    }

    boolean isLiteral(Document document) {
        return wholeDocuments.contains(document.index());
    }

    /// Whether the key or entry that begins here stands below such a comment.
    boolean begins(int start) {
        return !starts.isEmpty() && starts.contains(start);
    }

    private void place(Directives.Directive directive) {
        int at = directive.start();
        Document document = documentAt(at);
        if (document != null && holdsScalar(document.root(), at)) {
            return;
        }
        if (!directive.own()) {
            complain(
                    directive,
                    "a comment for brayer stands on a line of its own, above what it is about");
        } else if (directive.words().size() != 1
                || !directive.words().get(0).text().equals(LITERAL)) {
            complain(directive, "only `# brayer: literal` may stand below the head of a file");
        } else if (document != null && at < document.root().spanWithProperties().start()) {
            wholeDocuments.add(document.index());
        } else {
            Integer start = document == null ? null : firstBehind(document.root(), at);
            if (start == null) {
                complain(directive, "nothing stands below this comment that it could be about");
            } else {
                starts.add(start);
            }
        }
    }

    private void complain(Directives.Directive directive, String message) {
        int end = Lines.end(source.text(), directive.start());
        String word = directive.words().isEmpty() ? LITERAL : directive.words().get(0).text();
        String hint = word.equals(LITERAL) ? null : Suggestions.didYouMean(word, List.of(LITERAL));
        diagnostics.add(
                Diagnostic.error(
                                StencilCode.DIRECTIVE,
                                source.place(directive.start(), end),
                                message)
                        .withHint(hint));
    }

    private @Nullable Document documentAt(int offset) {
        for (Document document : documents) {
            if (document.span().start() <= offset && offset < document.span().end()) {
                return document;
            }
        }
        return null;
    }

    /// Whether an offset lies within a scalar, where a `#` begins no comment.
    static boolean holdsScalar(Node node, int offset) {
        if (node instanceof ListNode list) {
            for (int index = 0; index < list.size(); index++) {
                if (list.alias(index) == null && holdsScalar(list.get(index), offset)) {
                    return true;
                }
            }
            return false;
        }
        if (node instanceof MapNode map) {
            for (Entry entry : map.written()) {
                if (holdsScalar(entry.key(), offset)
                        || (entry.alias() == null && holdsScalar(entry.value(), offset))) {
                    return true;
                }
            }
            return false;
        }
        return node.start() <= offset && offset < node.end();
    }

    /// Where the outermost key or entry begins that is the next one behind an offset.
    private static @Nullable Integer firstBehind(Node node, int offset) {
        if (node instanceof ListNode list) {
            for (int index = 0; index < list.size(); index++) {
                Span alias = list.alias(index);
                Node item = list.get(index);
                Span span = alias == null ? item.spanWithProperties() : alias;
                Integer found = firstBehind(span, alias == null ? item : null, offset);
                if (found != null) {
                    return found;
                }
            }
        } else if (node instanceof MapNode map) {
            for (Entry entry : map.written()) {
                Node value = entry.alias() == null ? entry.value() : null;
                Integer found = firstBehind(entry.span(), value, offset);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Integer firstBehind(Span span, @Nullable Node value, int offset) {
        if (span.start() > offset) {
            return span.start();
        }
        return value != null && offset < span.end() ? firstBehind(value, offset) : null;
    }
}
