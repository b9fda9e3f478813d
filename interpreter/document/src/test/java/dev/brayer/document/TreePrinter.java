package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Excerpt;
import dev.brayer.text.Place;
import dev.brayer.text.Position;
import org.jspecify.annotations.Nullable;

/// Documents with all their places as text, for golden files.
final class TreePrinter {
    private final StringBuilder out = new StringBuilder();

    static String print(ReadResult result) {
        TreePrinter printer = new TreePrinter();
        for (Document document : result.documents()) {
            printer.out
                    .append("document ")
                    .append(document.index())
                    .append(' ')
                    .append(document.location())
                    .append(' ')
                    .append(printer.range(document.source().place(document.span())))
                    .append(' ')
                    .append(document.identity())
                    .append('\n');
            printer.node(document.root(), 1);
            for (Comment comment : Comment.of(document)) {
                printer.out.append("  # ").append(comment.text()).append('\n');
            }
        }
        for (Diagnostic diagnostic : result.diagnostics()) {
            printer.diagnostic(diagnostic);
        }
        return printer.out.toString();
    }

    private void diagnostic(Diagnostic diagnostic) {
        out.append(diagnostic).append('\n');
        Place place = diagnostic.place();
        out.append(place == null ? "" : Excerpt.of(place));
        if (diagnostic.hint() != null) {
            out.append("  hint: ").append(diagnostic.hint()).append('\n');
        }
        for (Diagnostic.Related related : diagnostic.related()) {
            out.append("  ")
                    .append(related.place())
                    .append(": ")
                    .append(related.message())
                    .append('\n');
        }
    }

    private void node(Node node, int level) {
        out.append("  ".repeat(level)).append(range(node.place()));
        if (node.anchor() != null) {
            out.append(" &").append(node.anchor());
        }
        if (node.tag() != null) {
            out.append(" <").append(node.tag()).append('>');
        }
        switch (node) {
            case ScalarNode scalar ->
                    out.append(' ')
                            .append(scalar.type())
                            .append(' ')
                            .append(scalar.style())
                            .append(' ')
                            .append(Values.toJson(scalar))
                            .append('\n');
            case ListNode list -> {
                out.append(list.isFlow() ? " flow list\n" : " list\n");
                for (int at = 0; at < list.size(); at++) {
                    value(
                            "-",
                            list.get(at),
                            list.alias(at) == null ? null : list.itemPlace(at),
                            level);
                }
            }
            case MapNode map -> {
                out.append(map.isFlow() ? " flow map\n" : " map\n");
                for (Entry entry : map.written()) {
                    String key = range(entry.key().place()) + " " + entry.name() + ":";
                    value(
                            key,
                            entry.value(),
                            entry.alias() == null ? null : entry.valuePlace(),
                            level);
                }
                if (!map.written().equals(map.entries())) {
                    out.append("  ".repeat(level))
                            .append("in effect: ")
                            .append(Values.toJson(map))
                            .append('\n');
                }
            }
        }
    }

    private void value(String head, Node value, @Nullable Place alias, int level) {
        out.append("  ".repeat(level)).append(head).append('\n');
        if (alias == null) {
            node(value, level + 1);
        } else {
            out.append("  ".repeat(level + 1))
                    .append(range(alias))
                    .append(' ')
                    .append(alias.text());
            out.append(" is ").append(range(value.place())).append('\n');
        }
    }

    private String range(Place place) {
        Position start = place.start();
        Position end = place.end();
        return start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
    }
}
