package dev.brayer.document;

import dev.brayer.text.Diagnostic;
import dev.brayer.text.Diagnostics;
import dev.brayer.text.Source;
import dev.brayer.text.Span;
import dev.brayer.text.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/// Builds the tree of one document from parser events: aliases become the nodes they name, merge
/// keys are resolved, limits are kept.
final class TreeBuilder {
    private final Source source;
    private final EventReader events;
    private final ParserImpl parser;
    private final ReadOptions options;
    private final MapAssembler maps;

    private final Map<String, Anchored> anchors = new HashMap<>();
    private int depth;

    /// The deepest level below the collection that is being read, counted through aliases.
    private int deepest;

    private int openBracket = -1;

    /// Where the last value that [#node] gave is written as an alias.
    private @Nullable Span alias;

    /// Nodes of the document as a reader without aliases would see it.
    private long expanded;

    /// Nodes that are written.
    private long nodes;

    /// A document's value; `start` is the offset of its `---`, or of the value where there is none.
    record Root(int index, Node node, int start) {}

    /// What an anchor marks; without a node while that is still being read.
    private record Anchored(@Nullable Node node, long weight, int height) {}

    TreeBuilder(
            Source source,
            EventReader events,
            ParserImpl parser,
            ReadOptions options,
            Diagnostics diagnostics) {
        this.source = source;
        this.events = events;
        this.parser = parser;
        this.options = options;
        this.maps = new MapAssembler(source, diagnostics, options.holes());
    }

    /// The document that starts with this event; `null` when nothing is written in it.
    @Nullable Root document(Event start, int index) {
        anchors.clear();
        depth = 0;
        deepest = 0;
        expanded = 0;
        nodes = 0;
        int offset = events.start(start);
        Node root = node(parser.next());
        boolean empty =
                root instanceof ScalarNode scalar
                        && scalar.isNull()
                        && scalar.start() == scalar.end()
                        && scalar.anchor() == null
                        && scalar.tag() == null;
        return empty ? null : new Root(index, root, offset);
    }

    /// A value; [#alias] says whether it is written as an alias.
    private Node node(Event event) {
        count(event);
        // No pattern switch on the way of every file: linking one costs milliseconds of start-up.
        if (event instanceof ScalarEvent scalar) {
            alias = null;
            ScalarNode node = events.scalar(scalar);
            if (node.anchor() != null) {
                anchors.put(node.anchor(), new Anchored(node, 1, 0));
            }
            return node;
        }
        if (event instanceof CollectionStartEvent collection) {
            Node node = collection(collection);
            alias = null;
            return node;
        }
        if (event instanceof AliasEvent written) {
            return anchored(written);
        }
        throw new IllegalStateException("unexpected event " + event);
    }

    private void count(Event event) {
        nodes++;
        expanded++;
        if (expanded - nodes > options.limits().expansion()) {
            throw broken(
                    DocumentCode.LIMIT,
                    event,
                    "the aliases of this document stand for more than "
                            + options.limits().expansion()
                            + " values");
        }
    }

    private Node anchored(AliasEvent event) {
        String name = event.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            Diagnostic unknown =
                    Diagnostic.error(
                                    DocumentCode.ALIAS,
                                    events.place(event),
                                    "there is no anchor `&" + name + "` before this alias")
                            .withHint(Suggestions.didYouMean(name, anchors.keySet()));
            throw new BrokenDocument(unknown, events.start(event));
        }
        if (anchored.node() == null) {
            throw broken(DocumentCode.ALIAS, event, "the value of `&" + name + "` contains itself");
        }
        deepest = Math.max(deepest, depth + anchored.height());
        requireDepth(deepest, event);
        expanded += anchored.weight() - 1;
        count(event);
        nodes--;
        alias = new Span(events.start(event), events.end(event));
        return anchored.node();
    }

    private Node collection(CollectionStartEvent event) {
        requireDepth(++depth, event);
        int outerDeepest = deepest;
        int outerBracket = openBracket;
        deepest = depth;
        openBracket = event.isFlow() ? events.contentStart(event) : -1;
        String anchor = EventReader.anchorOf(event);
        long before = expanded;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0, 0));
        }
        Node node = event.getEventId() == Event.ID.MappingStart ? map(event) : list(event);
        depth--;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, expanded - before + 1, deepest - depth));
        }
        deepest = Math.max(deepest, outerDeepest);
        openBracket = outerBracket;
        return node;
    }

    /// Through aliases a tree can be far deeper than the text, and whoever walks it recurses.
    private void requireDepth(int level, Event event) {
        if (level > options.limits().depth()) {
            throw broken(
                    DocumentCode.LIMIT,
                    event,
                    "maps and lists are nested more than " + options.limits().depth() + " deep");
        }
    }

    /// After a syntax error: where the innermost bracket opened that was not closed, or -1.
    int openBracket() {
        return openBracket;
    }

    private MapNode map(CollectionStartEvent event) {
        Node.Properties properties = events.properties(event, event.getTag());
        int start = events.start(event, properties);
        List<Entry> written = new ArrayList<>();
        int end = start;
        Event next = parser.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Node key = node(next);
            Span keyAlias = alias;
            Node value = node(parser.next());
            Span valueAlias = alias;
            Entry entry = maps.entry(keyNode(key, keyAlias), value, valueAlias);
            if (entry != null) {
                written.add(entry);
            }
            end = Math.max(end, Math.max(endOf(key, keyAlias), endOf(value, valueAlias)));
            next = parser.next();
        }
        boolean flow = event.isFlow();
        if (flow && next.getEndMark().isPresent()) {
            end = Math.max(end, events.end(next));
        }
        return maps.assemble(start, end, properties, flow, written);
    }

    private static int endOf(Node node, @Nullable Span writtenAs) {
        return writtenAs == null ? node.end() : writtenAs.end();
    }

    /// The key itself, or the like of it at the place of its alias.
    private Node keyNode(Node key, @Nullable Span writtenAs) {
        if (writtenAs != null && key instanceof ScalarNode scalar) {
            return new ScalarNode(
                    source,
                    writtenAs.start(),
                    writtenAs.end(),
                    null,
                    scalar.text(),
                    scalar.type(),
                    scalar.style());
        }
        return key;
    }

    private ListNode list(CollectionStartEvent event) {
        Node.Properties properties = events.properties(event, event.getTag());
        int start = events.start(event, properties);
        List<Node> items = new ArrayList<>();
        List<@Nullable Span> aliases = null;
        int end = start;
        Event next = parser.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            Node item = node(next);
            Span itemAlias = alias;
            if (itemAlias != null && aliases == null) {
                aliases = new ArrayList<>();
            }
            if (aliases != null) {
                while (aliases.size() < items.size()) {
                    aliases.add(null);
                }
                aliases.add(itemAlias);
            }
            items.add(item);
            end = Math.max(end, endOf(item, itemAlias));
            next = parser.next();
        }
        if (event.isFlow()) {
            end = Math.max(end, events.end(next));
        }
        @Nullable Span @Nullable [] spans =
                aliases == null ? null : aliases.toArray(new @Nullable Span[0]);
        return new ListNode(
                source, start, end, properties, event.isFlow(), List.copyOf(items), spans);
    }

    private BrokenDocument broken(DocumentCode code, Event event, String message) {
        return new BrokenDocument(
                Diagnostic.error(code, events.place(event), message), events.start(event));
    }
}
