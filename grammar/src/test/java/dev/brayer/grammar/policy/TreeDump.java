package dev.brayer.grammar.policy;

import dev.brayer.grammar.policy.tree.Node;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a tree as text, with places or without them.
final class TreeDump {
    private final StringBuilder out = new StringBuilder();
    private final @Nullable Source source;

    private TreeDump(@Nullable Source source) {
        this.source = source;
    }

    static String withPlaces(Node node, Source source) {
        TreeDump dump = new TreeDump(source);
        dump.value("", node, 0);
        return dump.out.toString();
    }

    /// What two trees have in common when they mean the same.
    static String withoutPlaces(Object value) {
        TreeDump dump = new TreeDump(null);
        dump.value("", value, 0);
        return dump.out.toString();
    }

    private void value(String label, @Nullable Object value, int depth) {
        switch (value) {
            case null -> {}
            case List<?> list -> {
                if (label.equals("content: ")) {
                    return;
                }
                for (Object element : list) {
                    value(label, element, depth);
                }
            }
            case Record node -> node(label, node, depth);
            default -> line(label + value, depth);
        }
    }

    private void node(String label, Record node, int depth) {
        StringBuilder head = new StringBuilder(label).append(node.getClass().getSimpleName());
        RecordComponent[] components = node.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            Object value = get(node, component);
            if (value instanceof Span span) {
                if (source != null && component.getName().equals("span")) {
                    head.append(" @").append(place(source, span));
                }
            } else if (!(value instanceof Record) && !(value instanceof List) && value != null) {
                head.append(' ').append(value.toString().replace("\r", "\\r").replace("\n", "\\n"));
            }
        }
        line(head.toString(), depth);
        for (RecordComponent component : components) {
            Object value = get(node, component);
            if (!(value instanceof Span) && (value instanceof Record || value instanceof List)) {
                value(component.getName() + ": ", value, depth + 1);
            }
        }
    }

    private static String place(Source source, Span span) {
        var start = source.position(span.start());
        var end = source.position(span.end());
        return start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
    }

    private static @Nullable Object get(Record node, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private void line(String text, int depth) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
