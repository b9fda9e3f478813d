package dev.brayer.stencil.stamp;

import dev.brayer.document.Entry;
import dev.brayer.document.MapNode;
import dev.brayer.document.ScalarNode;
import dev.brayer.stencil.Value;
import dev.brayer.stencil.Word;
import dev.brayer.stencil.fill.Edits;
import dev.brayer.stencil.fill.Lines;
import dev.brayer.stencil.fill.ValueWriter;
import dev.brayer.text.Place;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Inserts fields into maps of a file, in the style of the map.
final class Insertions {
    private final Source source;
    private final String text;
    private final Edits edits;
    private final Stamp stamp;

    Insertions(Source source, Edits edits, Stamp stamp) {
        this.source = source;
        this.text = source.text();
        this.edits = edits;
        this.stamp = stamp;
    }

    /// Inserts what a map lacks: annotations behind labels, the rest behind the wanted key.
    void insertAll(MapNode map, List<Value.Field> missing, String behind) {
        Value.Field last = missing.isEmpty() ? null : missing.get(missing.size() - 1);
        if (last == null) {
            return;
        }
        Entry labels = map.entry("labels");
        boolean behindLabels =
                last.key().equals("annotations")
                        && !map.isFlow()
                        && labels != null
                        && labels.kind() == Entry.Kind.WRITTEN;
        List<Value.Field> others = new ArrayList<>(missing);
        if (behindLabels) {
            others.remove(others.size() - 1);
            insert(map, List.of(last), "labels");
        }
        if (!others.isEmpty()) {
            insert(map, others, behind);
        }
    }

    /// Writes fields of the stamp, and copies of what stands in the file.
    ValueWriter writer(int offset) {
        Place written = source.place(offset, offset).written();
        ValueWriter writer =
                new ValueWriter(
                        new Word("stamp", new Value.Nothing(null), List.of()),
                        written,
                        Lines.breakAt(text, offset),
                        false,
                        Lines.isJson(text));
        stamp.origins().forEach(writer::know);
        return writer;
    }

    /// Inserts fields behind the wanted key if that is possible.
    void insert(MapNode map, List<Value.Field> fields, String behind) {
        List<Entry> written = map.written();
        if (map.isFlow()) {
            int at = written.isEmpty() ? map.start() + 1 : end(written.get(written.size() - 1));
            ValueWriter writer = writer(at);
            if (!written.isEmpty()) {
                writer.plain(", ");
            }
            writer.flowEntries(fields);
            edits.insert(at, writer.pieces());
            return;
        }
        int column = Lines.column(text, map.start());
        int lineEnd = lineEndBehind(written, behind);
        int at = lineEnd >= 0 ? lineEnd : map.start();
        ValueWriter writer = writer(at);
        if (lineEnd >= 0) {
            writer.lineAt(column).entries(fields, column);
        } else {
            writer.entries(fields, column);
            writer.lineAt(column);
        }
        edits.insert(at, writer.pieces());
    }

    /// The end of the line behind which entries can be added: that of the wanted key, else of the
    /// last one; -1 when neither is a value on a single line.
    private int lineEndBehind(List<Entry> written, String behind) {
        boolean merges = false;
        Entry wanted = null;
        for (Entry entry : written) {
            merges |= entry.kind() == Entry.Kind.MERGE_KEY;
            wanted = entry.name().equals(behind) ? entry : wanted;
        }
        Entry last = written.get(written.size() - 1);
        if (wanted != null && !merges && endsInLine(wanted)) {
            return Lines.end(text, end(wanted));
        }
        return endsInLine(last) ? Lines.end(text, end(last)) : -1;
    }

    /// Whether the line of the entry's end can be followed by another entry: nothing there depends
    /// on what comes next.
    private boolean endsInLine(Entry entry) {
        if (entry.alias() == null
                && entry.value() instanceof MapNode map
                && !map.isFlow()
                && !map.written().isEmpty()) {
            return endsInLine(map.written().get(map.written().size() - 1));
        }
        boolean simple =
                entry.alias() != null
                        || (entry.value() instanceof ScalarNode scalar && !scalar.style().isBlock())
                        || entry.value().isFlow();
        boolean sameLine = end(entry) <= Lines.end(text, entry.key().start());
        return simple && sameLine;
    }

    static int end(Entry entry) {
        Span alias = entry.alias();
        return alias == null ? Math.max(entry.value().end(), entry.key().end()) : alias.end();
    }
}
