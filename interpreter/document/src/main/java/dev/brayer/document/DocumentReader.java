package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Severity;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads YAML and JSON files into located trees.
///
/// One broken document does not hide the others: after an error reading goes on at the next line
/// that begins with `---`.
public final class DocumentReader {
    private final Source source;
    private final ReadOptions options;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<Document> documents = new ArrayList<>();

    private DocumentReader(Source source, ReadOptions options) {
        this.source = source;
        this.options = options;
    }

    /// Reads manifests with the default limits.
    public static ReadResult read(Source source) {
        return read(source, ReadOptions.MANIFESTS);
    }

    public static ReadResult read(Source source, ReadOptions options) {
        return new DocumentReader(source, options).read(source.text());
    }

    /// Reads a masked form of a source: the same length, with something YAML can bear in place of
    /// what it cannot, such as the holes of a stencil. All places are in the source; the texts of
    /// scalars are those of the masked form.
    public static ReadResult readMasked(Source source, String masked, ReadOptions options) {
        if (masked.length() != source.text().length()) {
            throw new IllegalArgumentException("the masked text has another length");
        }
        return new DocumentReader(source, options).read(masked);
    }

    private ReadResult read(String text) {
        if (text.length() > options.limits().characters()) {
            diagnostics.add(
                    Diagnostic.error(
                            DocumentCode.LIMIT,
                            source.wholeFile(),
                            source.name()
                                    + " is larger than "
                                    + options.limits().characters()
                                    + " characters, the limit"));
            return ReadResult.unread(source, diagnostics.toList());
        }
        TextScan scan = TextScan.of(source, text, options.limits().errors(), diagnostics);
        DocumentStream stream = new DocumentStream(source, scan, options, diagnostics);
        List<TreeBuilder.Root> roots = stream.readAll();
        for (int at = 0; at < roots.size(); at++) {
            int start = at == 0 ? 0 : roots.get(at).start();
            int end = at + 1 < roots.size() ? roots.get(at + 1).start() : text.length();
            add(roots.get(at), new Span(start, Math.max(start, end)));
        }
        if (documents.isEmpty() && !diagnostics.hasErrors() && !options.emptyAllowed()) {
            diagnostics.add(
                    Diagnostic.error(
                            DocumentCode.EMPTY,
                            source.wholeFile(),
                            source.name() + " holds no document"));
        }
        List<Diagnostic> said = diagnostics.toList();
        return new ReadResult(
                source,
                stream.count(),
                documents,
                limited(diagnostics.hasErrors() ? Templates.hinted(text, said) : said));
    }

    /// A file that is wrong everywhere needs no hundred thousand complaints.
    private List<Diagnostic> limited(List<Diagnostic> all) {
        int most = options.limits().errors();
        if (all.size() <= most + 1) {
            return all;
        }
        List<Diagnostic> first = new ArrayList<>(all.subList(0, most));
        Diagnostic last = all.get(most);
        first.add(
                new Diagnostic(
                        DocumentCode.LIMIT,
                        Severity.ERROR,
                        last.place(),
                        "more errors follow and are not listed",
                        null,
                        List.of()));
        return first;
    }

    private void add(TreeBuilder.Root root, Span span) {
        Document document = new Document(source, root.index(), NodePath.ROOT, root.node(), span);
        ListNode items = options.unwrapLists() ? listItems(root.node()) : null;
        if (items == null) {
            documents.add(document);
        } else {
            unwrap(document, items);
        }
    }

    private void unwrap(Document list, ListNode items) {
        NodePath path = list.location().child("items");
        for (int at = 0; at < items.size(); at++) {
            Node item = items.get(at);
            Document document =
                    new Document(source, list.index(), path.child(at), item, item.span());
            ListNode inner = listItems(item);
            if (inner == null) {
                documents.add(document);
            } else {
                unwrap(document, inner);
            }
        }
    }

    /// kubectl takes any object with `items` for a list, whatever its kind is called.
    private static @Nullable ListNode listItems(Node root) {
        return root instanceof MapNode map
                        && map.get("items") instanceof ListNode items
                        && map.get("kind") != null
                        && map.get("apiVersion") != null
                ? items
                : null;
    }
}
