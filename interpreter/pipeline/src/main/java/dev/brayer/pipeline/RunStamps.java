package dev.brayer.pipeline;

import dev.brayer.document.Document;
import dev.brayer.document.MapNode;
import dev.brayer.document.Node;
import dev.brayer.pipeline.destination.PlannedFile;
import dev.brayer.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a stamp that name the run alone: deploy tag, snapshot and commit. A file in which
/// only these differ says the same as before, to people and to a cluster.
final class RunStamps {
    static final String DEPLOY_TAG = "brayer.dev/deploy-tag";
    static final String SNAPSHOT = "brayer.dev/snapshot";
    static final String COMMIT = "brayer.dev/commit";

    private RunStamps() {}

    /// Whether the entry of an object's labels or annotations names the run.
    static boolean isOne(String key) {
        return key.equals(DEPLOY_TAG) || key.equals(SNAPSHOT) || key.equals(COMMIT);
    }

    static PlannedFile plannedFile(String path, String text, List<Document> documents) {
        return PlannedFile.of(path, text, without(text, documents));
    }

    /// The text of one object, without the lines that these stamps stand in: they differ from run
    /// to run.
    static String textOf(Document document) {
        Span whole = document.span();
        List<Span> stamps = new ArrayList<>();
        collect(stamps, document);
        StringBuilder text = new StringBuilder();
        int start = whole.start();
        String all = document.source().text();
        while (start < whole.end()) {
            int newline = all.indexOf('\n', start);
            int end = newline < 0 ? whole.end() : Math.min(newline + 1, whole.end());
            boolean stamped = false;
            for (Span stamp : stamps) {
                stamped |= stamp.start() >= start && stamp.end() <= end;
            }
            if (!stamped) {
                text.append(all, start, end);
            }
            start = end;
        }
        return text.toString();
    }

    /// The text without the values of these stamps.
    static String without(String text, List<Document> documents) {
        List<Span> spans = new ArrayList<>();
        for (Document document : documents) {
            collect(spans, document);
        }
        if (spans.isEmpty()) {
            return text;
        }
        spans.sort(Comparator.comparingInt(Span::start));
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            if (span.start() >= from) {
                rest.append(text, from, span.start());
                from = span.end();
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static void collect(List<Span> spans, Document document) {
        MapNode metadata = document.root() instanceof MapNode map ? map.map("metadata") : null;
        if (metadata != null) {
            add(spans, metadata.map("labels"), DEPLOY_TAG);
            add(spans, metadata.map("annotations"), SNAPSHOT);
            add(spans, metadata.map("annotations"), COMMIT);
        }
    }

    private static void add(List<Span> spans, @Nullable MapNode map, String key) {
        Node value = map == null ? null : map.get(key);
        if (value != null) {
            spans.add(value.span());
        }
    }
}
